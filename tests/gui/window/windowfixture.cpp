// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/window/windowfixture.h"

#include "app/networkdesk.h"
#include "features/chat/conversationlist.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/messages/messageview.h"
#include "gui/style/orangerystyle.h"
#include "service/preferences.h"
#include "service/workbench.h"
#include "support/waitfor.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

namespace orangery::test {

WindowFixture::WindowFixture() : theme(std::make_unique<Theme>()), icons(std::make_unique<Icons>(*theme))
{
    SandboxOptions options;
    options.latency = std::chrono::milliseconds(0);
    options.tokensPerSecond = 400;
    service = std::make_unique<Sandbox>(options);
    EXPECT_TRUE(service->start());
    QApplication::setStyle(new OrangeryStyle(*theme));
}

WindowFixture::~WindowFixture()
{
    end();
    QApplication::setStyle(QStringLiteral("Fusion"));
}

void WindowFixture::start()
{
    services = std::make_unique<Application>(Folders::below(folder.path()));
    window = std::make_unique<MainWindow>(
        Look{*theme, *icons},
        Desk{services->workbench(), services->accounts(), services->preferences(), services->network(),
             services->chat(), services->conversations(), services->inspector(), folder.path()});
    errors.clear();
    QObject::connect(&chat(), &ChatController::failed, window.get(),
                     [this](const Error& error) { errors.append(error); });
    QObject::connect(&chat(), &ChatController::savingFailed, window.get(),
                     [this](const Error& error) { errors.append(error); });
    window->resize(1280, 800);
    window->show();
    EXPECT_TRUE(QTest::qWaitForWindowExposed(window.get()));
}

void WindowFixture::useAccount()
{
    Account account;
    account.uuid = QStringLiteral("test");
    account.accountId = Sandbox::accountId();
    account.name = QStringLiteral("Hofgarten");
    account.baseUrl = service->baseUrl();
    services->accounts().save(account, SecretString(Sandbox::token().toUtf8()), Accounts::Keep::SessionOnly,
                              window.get(), {});
}

void WindowFixture::end()
{
    window.reset();
    services.reset();
}

void WindowFixture::type(const QString& text)
{
    auto& field = find<QPlainTextEdit>("promptEdit");
    field.setFocus();
    field.setPlainText(text);
}

void WindowFixture::ask(const QString& text)
{
    const qsizetype before = chat().messages().size();
    type(text);
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    EXPECT_TRUE(waitFor([&] { return chat().messages().size() > before; }));
    EXPECT_TRUE(waitUntilAnswered());
}

bool WindowFixture::waitUntilAnswered()
{
    return waitFor(
        [this] {
            return chat().messages().size() >= 2 && !chat().isStreaming() &&
                   chat().messages().last().state != StoredMessage::State::Streaming;
        },
        60000);
}

void WindowFixture::shoot(const QString& name, QWidget* other)
{
    const QString shots = qEnvironmentVariable("ORANGERY_SHOTS");
    if (shots.isEmpty())
        return;
    window->chatPage().messages().flush();
    QTest::qWait(300);
    (other ? other : window.get())->grab().save(shots + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace orangery::test
