// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/focusareas.h"

#include "features/chat/conversationlist.h"
#include "gui/chat/messages/messageview.h"
#include "gui/window/windowfixture.h"
#include "support/waitfor.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>

namespace orangery::test {

namespace {

class FocusAreasTest : public WindowFixture
{
protected:
    void start()
    {
        WindowFixture::start();
        QApplication::setActiveWindow(window.get());
        useAccount();
        field().setFocus();
    }
    QPlainTextEdit& field() { return find<QPlainTextEdit>("promptEdit"); }
    /// The name of what has the focus after the key.
    QString press(Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(window->windowHandle(), Qt::Key_F6, modifiers);
        return QApplication::focusWidget()->objectName();
    }
};

} // namespace

TEST_F(FocusAreasTest, GoesRoundTheWindowBothWays)
{
    start();
    EXPECT_EQ(press(), QStringLiteral("tabs"));
    EXPECT_EQ(press(), QStringLiteral("chatList"));
    EXPECT_EQ(press(), QStringLiteral("sampleButton"));
    EXPECT_EQ(press(), QStringLiteral("promptEdit"));
    EXPECT_EQ(press(Qt::ShiftModifier), QStringLiteral("sampleButton"));
    EXPECT_EQ(press(Qt::ShiftModifier), QStringLiteral("chatList"));
    EXPECT_EQ(press(Qt::ShiftModifier), QStringLiteral("tabs"));
    EXPECT_EQ(press(Qt::ShiftModifier), QStringLiteral("promptEdit"));
}

TEST_F(FocusAreasTest, ReadsTheConversationAndComesBackToWhereItWas)
{
    start();
    ask(QStringLiteral("Hello"));
    find<QPushButton>("newChatButton").setFocus();
    press();
    auto* view = qobject_cast<MessageView*>(QApplication::focusWidget());
    ASSERT_TRUE(view);
    EXPECT_EQ(view->interaction().state().focused, 1) << "at the last message";
    EXPECT_TRUE(view->interaction().state().keyboard) << "with its ring";
    shoot(QStringLiteral("chat-f6"));
    EXPECT_EQ(press(Qt::ShiftModifier), QStringLiteral("newChatButton"));
}

TEST_F(FocusAreasTest, LeavesOutWhatIsNotThere)
{
    start();
    window->resize(900, 600);
    ASSERT_TRUE(waitFor([&] { return !find<QWidget>("chatSidebar").isVisible(); }));
    EXPECT_EQ(press(), QStringLiteral("tabs"));
    EXPECT_EQ(press(), QStringLiteral("sampleButton"));
}

TEST_F(FocusAreasTest, ReachesAToastWhichGivesTheFocusBack)
{
    start();
    ask(QStringLiteral("Hello"));
    ASSERT_TRUE(waitFor([&] { return services->conversations().rowCount() == 1; }));
    window->findChild<QAction*>(QStringLiteral("deleteChat"))->trigger();
    EXPECT_EQ(press(), QStringLiteral("toastActionButton"));
    EXPECT_EQ(press(), QStringLiteral("tabs"));
    EXPECT_EQ(press(Qt::ShiftModifier), QStringLiteral("toastActionButton"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_EQ(QApplication::focusWidget()->objectName(), QStringLiteral("tabs"));
    EXPECT_EQ(press(Qt::ShiftModifier), QStringLiteral("promptEdit")) << "no toast is left";
}

TEST_F(FocusAreasTest, StandsInTheListOfShortcuts)
{
    start();
    window->openSettings(QStringLiteral("shortcutsPage"));
    QStringList rows;
    for (const QWidget* row : find<QWidget>("shortcutsPage").findChildren<QWidget*>())
        rows.append(row->accessibleName() + QLatin1Char(' ') + row->accessibleDescription());
    EXPECT_TRUE(rows.contains(QStringLiteral("Next area F6"))) << qPrintable(rows.join(u'|'));
    EXPECT_TRUE(rows.contains(QStringLiteral("Previous area Shift+F6")));
}

} // namespace orangery::test
