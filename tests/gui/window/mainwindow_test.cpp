// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "app/networkdesk.h"
#include "core/tokencounter.h"
#include "features/chat/conversationlist.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/composer.h"
#include "gui/chat/pastedchip.h"
#include "gui/common/banner.h"
#include "gui/common/quotagauge.h"
#include "gui/style/properties.h"
#include "gui/window/windowfixture.h"
#include "service/preferences.h"
#include "service/workbench.h"
#include "support/waitfor.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

namespace orangery::test {

namespace {

using MainWindowTest = WindowFixture;

} // namespace

TEST_F(MainWindowTest, ShowsOnlyTabsThatWork)
{
    start();
    EXPECT_EQ(find<QTabBar>("tabs").count(), 1);
    EXPECT_EQ(find<QTabBar>("tabs").tabText(0), QStringLiteral("Chat"));
}

TEST_F(MainWindowTest, TheModelButtonShowsThatItOpensAList)
{
    start();
    auto& model = find<QPushButton>("modelButton");
    const int width = model.sizeHint().width();
    EXPECT_TRUE(property::isSet(&model, property::opens));
    property::set(model, property::opens, false);
    EXPECT_LT(model.sizeHint().width(), width);
}

TEST_F(MainWindowTest, SendsShowsAndBooks)
{
    start();
    useAccount();
    ask(QStringLiteral("Hello there"));
    EXPECT_TRUE(errors.isEmpty());
    EXPECT_TRUE(find<QPlainTextEdit>("promptEdit").toPlainText().isEmpty());
    ASSERT_TRUE(waitFor([&] { return services->conversations().rowCount() == 1; }));
    EXPECT_EQ(services->conversations().at(0).title, QStringLiteral("Hello there"));
    ASSERT_TRUE(waitFor([&] { return services->workbench().quota().booked > Neurons(); }));
    EXPECT_EQ(services->workbench().quota().booked, chat().tree().neurons());
    shoot(QStringLiteral("chat-simple"));
}

TEST_F(MainWindowTest, KeepsAMessageThatCannotBeSent)
{
    start();
    useAccount();
    chat().setModel(QStringLiteral("@cf/meta/llama-3.3-70b-instruct-fp8-fast"));
    const QString text(200'000, QLatin1Char('x'));
    window->chatPage().composer().setText(text);
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    ASSERT_EQ(errors.size(), 1);
    EXPECT_EQ(window->chatPage().composer().text(), text);
    auto* banner = window->findChild<Banner*>();
    ASSERT_TRUE(banner);
    EXPECT_TRUE(banner->isVisible());
    EXPECT_TRUE(banner->current().text.contains(QLocale().toString(countTokens(text) + 4)));
    shoot(QStringLiteral("chat-toolong"));
}

TEST_F(MainWindowTest, NamesAnUnknownModelAndKeepsWhatWasAsked)
{
    start();
    useAccount();
    chat().setModel(QStringLiteral("@cf/nobody/made-this"));
    ask(QStringLiteral("Hello"));
    ASSERT_EQ(errors.size(), 1);
    EXPECT_EQ(errors.first().kind, ErrorKind::NoSuchModel);
    EXPECT_EQ(chat().messages().first().text, QStringLiteral("Hello"));
    shoot(QStringLiteral("chat-nomodel"));
}

TEST_F(MainWindowTest, CountsDownWhenTheQuotaIsUsedUp)
{
    start();
    useAccount();
    service->setQuotaUsed(10'000);
    ask(QStringLiteral("Hello"));
    ASSERT_FALSE(errors.isEmpty());
    EXPECT_EQ(errors.first().kind, ErrorKind::QuotaExhausted);
    auto* banner = window->findChild<Banner*>();
    EXPECT_TRUE(banner->current().text.contains(QStringLiteral("00:00 UTC")));
    EXPECT_FALSE(banner->current().emphasis.isEmpty());
    type(QStringLiteral("next"));
    EXPECT_FALSE(find<QPushButton>("sendButton").isEnabled());
    shoot(QStringLiteral("chat-quota"));
}

TEST_F(MainWindowTest, DeletesWithUndo)
{
    start();
    useAccount();
    ask(QStringLiteral("Hello"));
    ASSERT_TRUE(waitFor([&] { return services->conversations().rowCount() == 1; }));
    const qint64 id = chat().conversationId();
    QTest::keyClick(&find<QListView>("chatList"), Qt::Key_Delete);
    EXPECT_EQ(services->conversations().rowCount(), 0);
    EXPECT_EQ(chat().conversationId(), 0);
    QPushButton* undo = nullptr;
    for (QPushButton* button : window->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Undo"))
            undo = button;
    }
    ASSERT_TRUE(undo);
    undo->click();
    ASSERT_TRUE(waitFor([&] { return chat().conversationId() == id && chat().messages().size() == 2; }));
    ASSERT_TRUE(waitFor([&] { return services->conversations().rowCount() == 1; }));
}

TEST_F(MainWindowTest, CopiesTheLastReplyAndItsCodeByKey)
{
    start();
    useAccount();
    ask(QStringLiteral("Show code"));
    QTest::keyClick(window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), chat().messages().last().text);
    EXPECT_EQ(find<QWidget>("toast").accessibleName(), QStringLiteral("Reply copied"));
    QTest::keyClick(window.get(), Qt::Key_Semicolon, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_TRUE(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("def count(text):")))
        << qPrintable(QGuiApplication::clipboard()->text());
    EXPECT_TRUE(chat().messages().last().text.contains(QGuiApplication::clipboard()->text()));
}

TEST_F(MainWindowTest, FiltersByTitle)
{
    start();
    useAccount();
    ask(QStringLiteral("Lemon trees"));
    chat().startNew();
    ask(QStringLiteral("Boiler tender"));
    ASSERT_TRUE(waitFor([&] { return services->conversations().rowCount() == 2; }));
    const QAbstractItemModel& rows = *find<QListView>("chatList").model();
    ASSERT_TRUE(waitFor([&] { return rows.rowCount() == 3; })) << "a heading and two chats";
    find<QLineEdit>("chatFilterEdit").setText(QStringLiteral("lemon"));
    ASSERT_EQ(rows.rowCount(), 2);
    EXPECT_EQ(rows.index(1, 0).data().toString(), QStringLiteral("Lemon trees"));
    find<QLineEdit>("chatFilterEdit").clear();
}

TEST_F(MainWindowTest, PutsTheSidebarAsideWhereThereIsLittleRoom)
{
    start();
    useAccount();
    ask(QStringLiteral("Show a table about lemon trees"));
    auto& sidebar = find<QWidget>("chatSidebar");
    EXPECT_TRUE(sidebar.isVisible());
    window->resize(900, 600);
    ASSERT_TRUE(waitFor([&] { return !sidebar.isVisible(); }));
    EXPECT_TRUE(find<QToolButton>("sidebarButton").isVisible());
    shoot(QStringLiteral("chat-900x600-light"));
    QTest::keyClick(window.get(), Qt::Key_B, Qt::ControlModifier);
    EXPECT_TRUE(sidebar.isVisible());
    QTest::keyClick(&find<QLineEdit>("chatFilterEdit"), Qt::Key_Escape);
    EXPECT_FALSE(sidebar.isVisible());
    theme->setChoice(Theme::Choice::Dark);
    shoot(QStringLiteral("chat-900x600-dark"));
    theme->setChoice(Theme::Choice::Light);
}

TEST_F(MainWindowTest, RemembersItsPlaceItsDraftAndItsModel)
{
    start();
    useAccount();
    chat().setModel(QStringLiteral("@cf/openai/gpt-oss-20b"));
    type(QStringLiteral("unsent"));
    window->resize(1111, 700);
    window->close();
    end();
    start();
    EXPECT_EQ(chat().model(), QStringLiteral("@cf/openai/gpt-oss-20b"));
    EXPECT_EQ(find<QPlainTextEdit>("promptEdit").toPlainText(), QStringLiteral("unsent"));
    EXPECT_EQ(services->preferences().windowState(QStringLiteral("place")).toRect().width(), 1111);
}

// These tests run without a keychain.
TEST_F(MainWindowTest, AChipAndItsTextComeBackWithTheirChat)
{
    start();
    useAccount();
    ask(QStringLiteral("Hello"));
    const qint64 first = chat().conversationId();
    const QString pasted(60'000, QLatin1Char('x'));
    QGuiApplication::clipboard()->setText(pasted);
    find<QPlainTextEdit>("promptEdit").paste();
    QTest::keyClicks(&find<QPlainTextEdit>("promptEdit"), QStringLiteral("Sum this up"));
    const auto isWhole = [&] {
        return find<PastedChip>("pastedChip").text() == pasted &&
               find<QPlainTextEdit>("promptEdit").toPlainText() == QStringLiteral("Sum this up");
    };
    EXPECT_TRUE(isWhole());
    chat().startNew();
    EXPECT_TRUE(window->chatPage().composer().text().isEmpty());
    chat().open(first);
    EXPECT_TRUE(waitFor(isWhole)) << "after another chat";
    end();
    start();
    chat().open(first);
    EXPECT_TRUE(waitFor(isWhole)) << "after a restart";
}

TEST_F(MainWindowTest, TellsThatAProxyPasswordIsNotKept)
{
    start();
    window->openSettings(QStringLiteral("networkPage"));
    auto& page = find<QWidget>("networkPage");
    auto& mode = find<QComboBox>("proxyCombo", &page);
    mode.setCurrentIndex(static_cast<int>(ProxyMode::Http));
    emit mode.activated(mode.currentIndex());
    for (const auto& [name, text] : {std::pair("hostEdit", "127.0.0.1"), std::pair("userEdit", "me"),
                                     std::pair("passwordEdit", "geheim")}) {
        auto& field = find<QLineEdit>(name, &page);
        field.setFocus();
        QTest::keyClicks(&field, QString::fromLatin1(text));
        emit field.editingFinished();
    }
    EXPECT_TRUE(waitFor([&] { return find<QWidget>("passwordProblem", &page).isVisible(); }));
    shoot(QStringLiteral("settings-password"), page.window());
    EXPECT_EQ(services->network().networkSettings().proxyPassword, SecretString("geheim"));
    find<QPushButton>("keepPasswordButton", &page).click();
    EXPECT_TRUE(waitFor([&] { return services->network().passwordProblem().has_value(); }));
    services->network().setNetworkSettings({}, nullptr, {});
}

TEST_F(MainWindowTest, EveryControlHasANameForThoseWhoCannotSeeIt)
{
    start();
    useAccount();
    ask(QStringLiteral("Hello"));
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        ASSERT_TRUE(interface);
        EXPECT_FALSE(interface->text(QAccessible::Name).isEmpty())
            << widget->metaObject()->className() << ' ' << qPrintable(widget->objectName());
    }
}

TEST_F(MainWindowTest, HoldsOnAtDoubleSizeAndFromRightToLeft)
{
    start();
    useAccount();
    services->preferences().setFontSize(24);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    ask(QStringLiteral("مرحبا، أرني قائمة قصيرة"));
    shoot(QStringLiteral("chat-rtl-large"));
    EXPECT_GT(find<QWidget>("chatSidebar").mapTo(window.get(), QPoint()).x(), window->width() / 2);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    services->preferences().setFontSize(0);
}

} // namespace orangery::test
