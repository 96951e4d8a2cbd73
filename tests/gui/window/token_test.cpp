// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatpage.h"
#include "gui/onboarding/onboardingdialog.h"
#include "gui/window/windowfixture.h"
#include "service/workbench.h"
#include "support/waitfor.h"

#include <QDirIterator>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>

namespace orangery::test {

namespace {

/// All that is written below `folder`, and to the log, while a test runs.
class Traces
{
public:
    Traces() { previous = qInstallMessageHandler(take); }
    ~Traces() { qInstallMessageHandler(previous); }

    static QByteArray below(const QString& folder)
    {
        QByteArray all = log();
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly))
                all += file.fileName().toUtf8() + '\n' + file.readAll();
        }
        return all;
    }

private:
    static QByteArray& log()
    {
        static QByteArray text;
        return text;
    }
    static void take(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        log() += message.toUtf8() + '\n';
        previous(type, context, message);
    }
    static inline QtMessageHandler previous = nullptr;
};

QList<QByteArray> spellings(const QByteArray& token)
{
    const QString text = QString::fromUtf8(token);
    const QByteArray utf16(reinterpret_cast<const char*>(text.utf16()), 2 * text.size());
    QList<QByteArray> all = {token, utf16, token.toPercentEncoding({}, "-_.~")};
    // base64 of a longer text holds the token's in one of three shifts; the last, cut characters differ
    for (int shift = 0; shift < 3; ++shift) {
        const QByteArray encoded = (QByteArray(shift, 'x') + token).toBase64(QByteArray::OmitTrailingEquals);
        all.append(encoded.mid(shift == 0 ? 0 : 4, encoded.size() - 8));
    }
    return all;
}

/// The first run, by hand.
class FirstRun : public WindowFixture
{
protected:
    OnboardingDialog& dialog() { return *window->findChild<OnboardingDialog*>(); }
    QPushButton& next() { return find<QPushButton>("nextButton", &dialog()); }
    void connectByHand(const QString& token)
    {
        window->openOnboarding();
        find<QLineEdit>("tokenEdit", &dialog()).setText(token + QStringLiteral(" \n"));
        auto& account = find<QLineEdit>("accountEdit", &dialog());
        account.setText(
            QStringLiteral("https://dash.cloudflare.com/%1/ai/workers-ai").arg(Sandbox::accountId()));
        EXPECT_TRUE(next().isEnabled());
        // the sandbox stands for the service: its address comes with a pasted command
        account.setText(QStringLiteral("curl %1/accounts/%2/ai/run/@cf/meta/llama-3.2-1b-instruct")
                            .arg(service->baseUrl().toString(), Sandbox::accountId()));
        ASSERT_TRUE(waitFor([&] { return next().isEnabled(); }));
        next().click();
    }
};

using S_Chat_1 = FirstRun;
using Complaint_5 = FirstRun;

} // namespace

// Paste token and address → the doctor is green → first streamed reply.
TEST_F(S_Chat_1, FromATokenToAStreamedReply)
{
    start();
    connectByHand(Sandbox::token());
    ASSERT_TRUE(waitFor([&] { return dialog().step() == OnboardingDialog::Check && next().isEnabled(); }));
    EXPECT_TRUE(services->accounts().current());
    if (const QString shots = qEnvironmentVariable("ORANGERY_SHOTS"); !shots.isEmpty())
        dialog().grab().save(shots + QStringLiteral("/first-run-2.png"));
    next().click();
    ASSERT_EQ(dialog().step(), OnboardingDialog::FirstReply);
    QTest::qWait(50);
    find<QPushButton>("sendButton", &dialog()).click();
    ASSERT_TRUE(waitFor([&] { return services->workbench().quota().booked > Neurons(); }));
    ASSERT_TRUE(waitFor([&] { return next().isEnabled(); }));
    next().click();
    ASSERT_TRUE(waitFor([&] { return !window->findChild<OnboardingDialog*>(); }));

    int deltas = 0;
    QObject::connect(&chat(), &ChatController::deltaReceived, window.get(), [&] { ++deltas; });
    ask(QStringLiteral("Show a list, a table and a code block about frost alarms"));
    EXPECT_TRUE(errors.isEmpty());
    EXPECT_GT(deltas, 5);
    EXPECT_EQ(chat().messages().last().state, StoredMessage::State::Done);
    shoot(QStringLiteral("chat-light"));
    theme->setChoice(Theme::Choice::Dark);
    shoot(QStringLiteral("chat-dark"));
    theme->setChoice(Theme::Choice::System);
}

// The token is in the keychain and nowhere else: not in a file, a log line or the database, in no spelling.
TEST_F(Complaint_5, AFullRunLeavesTheTokenInTheKeychainAlone)
{
    const QByteArray token =
        "T0ken-of-this-run.only/with+signs=" + QByteArray::number(qHash(folder.path()), 36);
    SandboxOptions options;
    options.latency = std::chrono::milliseconds(0);
    options.tokensPerSecond = 400;
    options.userToken = QString::fromUtf8(token);
    service = std::make_unique<Sandbox>(options);
    ASSERT_TRUE(service->start());
    const Traces traces;

    start();
    connectByHand(QString::fromUtf8(token));
    ASSERT_TRUE(waitFor([&] { return dialog().step() == OnboardingDialog::Check && next().isEnabled(); }));
    next().click();
    find<QPushButton>("sendButton", &dialog()).click();
    ASSERT_TRUE(waitFor([&] { return services->workbench().quota().booked > Neurons(); }));
    ASSERT_TRUE(waitFor([&] { return next().isEnabled(); }));
    next().click();
    ask(QStringLiteral("Hello"));
    for (const char* fault :
         {"10000", "5006", "html", "garbage", "cut:2", "redirect:http://127.0.0.1:9/elsewhere"}) {
        service->setFault(QString::fromLatin1(fault), 1, QStringLiteral("/ai/run/"));
        ask(QStringLiteral("Again"));
    }
    end();
    // a new start finds the token in the keychain
    start();
    ask(QStringLiteral("Hello again"));
    EXPECT_EQ(chat().messages().last().state, StoredMessage::State::Done);
    end();

    const QByteArray all = Traces::below(folder.path()) +
                           Traces::below(QDir::homePath() + QStringLiteral("/.config")) +
                           Traces::below(QDir::homePath() + QStringLiteral("/.cache"));
    EXPECT_TRUE(all.contains("Hello again")) << "the scan reads the database";
    for (const QByteArray& spelling : spellings(token))
        EXPECT_FALSE(all.contains(spelling)) << spelling.toHex().constData();
}

} // namespace orangery::test
