// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatlistrows.h"

#include "core/ids.h"
#include "features/chat/conversationlist.h"
#include "gui/chat/chatpage.h"
#include "gui/window/windowfixture.h"
#include "storage/conversationstore.h"
#include "support/waitfor.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

namespace orangery::test {

namespace {

class ChatListTest : public WindowFixture
{
protected:
    /// A conversation without messages, last changed so many days ago.
    qint64 create(const QString& title, int daysAgo = 0)
    {
        ConversationSummary conversation;
        conversation.id = newId();
        conversation.title = title;
        conversation.createdAt = conversation.changedAt = QDateTime::currentDateTimeUtc().addDays(-daysAgo);
        bool isDone = false;
        ConversationStore(services->database())
            .create(conversation, {}, window.get(), [&](const Result<void>& done) {
                isDone = done.has_value();
                services->conversations().refresh();
            });
        EXPECT_TRUE(waitFor([&] { return isDone && services->conversations().rowOf(conversation.id) >= 0; }));
        return conversation.id;
    }
    QListView& list() { return find<QListView>("chatList"); }
    ChatListRows& rows() { return static_cast<ChatListRows&>(*list().model()); }
    qint64 current() { return rows().idAt(list().currentIndex()); }
    QStringList titles()
    {
        QStringList all;
        for (int row = 0; row < rows().rowCount(); ++row)
            all.append(rows().index(row).data().toString());
        return all;
    }
    void open(qint64 id)
    {
        emit list().activated(rows().indexOf(id));
        ASSERT_TRUE(waitFor([&] { return chat().conversationId() == id && !chat().isBusy(); }));
    }
    /// Renames this row as a person does: to the row, F2, a few letters, two of them marked.
    QLineEdit& beginRenaming(qint64 id)
    {
        list().setFocus();
        list().setCurrentIndex(rows().indexOf(id));
        QTest::keyClick(&list(), Qt::Key_F2);
        auto& field = find<QLineEdit>("chatTitleEdit");
        QTest::keyClicks(&field, QStringLiteral("Half a name"));
        field.setSelection(5, 1);
        return field;
    }
    QPushButton& undo() { return find<QPushButton>("toastActionButton"); }
};

} // namespace

TEST_F(ChatListTest, ATitleBeingEditedOutlivesAnAnswerInAnotherChat)
{
    start();
    useAccount();
    const qint64 answered = create(QStringLiteral("Answered"));
    const qint64 renamed = create(QStringLiteral("Renamed"));
    open(answered);
    type(QStringLiteral("Hello"));
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return chat().isStreaming(); }));
    const QPointer<QLineEdit> field = &beginRenaming(renamed);
    ASSERT_TRUE(waitUntilAnswered());
    ASSERT_TRUE(waitFor([&] { return rows().indexOf(answered).row() < rows().indexOf(renamed).row(); }))
        << "the answered one goes to the top";
    ASSERT_TRUE(
        waitFor([&] { return rows().indexOf(answered).data(ConversationList::MessageCountRole) == 2; }));
    ASSERT_TRUE(field);
    EXPECT_TRUE(field->isVisible());
    EXPECT_EQ(field->text(), QStringLiteral("Half a name"));
    EXPECT_EQ(field->selectedText(), QStringLiteral("a"));
    QTest::keyClick(field, Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return titles().contains(QStringLiteral("Half a name")); }));
    EXPECT_EQ(services->conversations().at(services->conversations().rowOf(renamed)).title,
              QStringLiteral("Half a name"));
}

TEST_F(ChatListTest, ATitleBeingEditedOutlivesTheAnswerOfItsOwnChat)
{
    start();
    useAccount();
    const qint64 own = create(QStringLiteral("Own"));
    create(QStringLiteral("Other"));
    open(own);
    type(QStringLiteral("Hello"));
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return chat().isStreaming(); }));
    const QPointer<QLineEdit> field = &beginRenaming(own);
    ASSERT_TRUE(waitUntilAnswered());
    ASSERT_TRUE(waitFor([&] {
        return rows().indexOf(own).row() == 1 &&
               rows().indexOf(own).data(ConversationList::NeuronsRole).value<Neurons>() > Neurons();
    }));
    ASSERT_TRUE(field);
    EXPECT_EQ(field->text(), QStringLiteral("Half a name"));
    EXPECT_EQ(field->selectedText(), QStringLiteral("a"));
    QTest::keyClick(field, Qt::Key_Escape);
    EXPECT_TRUE(waitFor([&] { return current() == own; }));
    EXPECT_TRUE(titles().contains(QStringLiteral("Own"))) << "Escape leaves it as it was";
}

TEST_F(ChatListTest, ARowGoesUnderTheHeadingOfItsNewDay)
{
    start();
    useAccount();
    QAbstractItemModelTester tester(&rows(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    create(QStringLiteral("Older"), 1);
    const qint64 old = create(QStringLiteral("Old"), 1);
    create(QStringLiteral("New"));
    EXPECT_EQ(titles(),
              (QStringList{QStringLiteral("Today"), QStringLiteral("New"), QStringLiteral("Yesterday"),
                           QStringLiteral("Old"), QStringLiteral("Older")}));
    const QPersistentModelIndex kept = rows().indexOf(old);
    open(old);
    ask(QStringLiteral("Hello"));
    const QStringList wanted{QStringLiteral("Today"), QStringLiteral("Old"), QStringLiteral("New"),
                             QStringLiteral("Yesterday"), QStringLiteral("Older")};
    EXPECT_TRUE(waitFor([&] { return titles() == wanted; })) << qPrintable(titles().join(u'|'));
    EXPECT_EQ(rows().idAt(kept), old);
    auto& filter = find<QLineEdit>("chatFilterEdit");
    filter.setText(QStringLiteral("old"));
    EXPECT_EQ(titles(), (QStringList{QStringLiteral("Today"), QStringLiteral("Old"),
                                     QStringLiteral("Yesterday"), QStringLiteral("Older")}));
    filter.setText(QStringLiteral("nothing like it"));
    EXPECT_TRUE(titles().isEmpty());
    filter.clear();
    EXPECT_EQ(titles(), wanted);
}

TEST_F(ChatListTest, WalkingTheListIsNotInterruptedByAnAnswer)
{
    start();
    useAccount();
    const qint64 other = create(QStringLiteral("Other"));
    const qint64 answered = create(QStringLiteral("Answered"));
    open(answered);
    type(QStringLiteral("Hello"));
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return chat().isStreaming(); }));
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Down);
    EXPECT_EQ(current(), other);
    ASSERT_TRUE(waitUntilAnswered());
    ASSERT_TRUE(
        waitFor([&] { return rows().indexOf(answered).data(ConversationList::MessageCountRole) == 2; }));
    EXPECT_EQ(current(), other);
    find<QPlainTextEdit>("promptEdit").setFocus();
    EXPECT_TRUE(waitFor([&] { return current() == answered; })) << "the open one, once the list is left";
}

TEST_F(ChatListTest, RowsKeepTheirMarginsFromRightToLeft)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    start();
    useAccount();
    const qint64 id = create(QStringLiteral("HHHH"));
    open(id);
    const QRect place = list().visualRect(rows().indexOf(id));
    const QImage row = list().viewport()->grab(place).toImage();
    const QColor surface = theme->color(Token::Sel);
    const auto isFree = [&](int x) {
        for (int y = 8; y < row.height() - 8; ++y) {
            if (row.pixelColor(x, y) != surface)
                return false;
        }
        return true;
    };
    int end = 0;
    while (end < row.width() && isFree(end))
        ++end;
    int start = row.width() - 4; // beside the bar
    while (start > 0 && isFree(start))
        --start;
    EXPECT_GE(row.width() - 1 - start, 16) << "the start, now at the right, has the wider margin";
    EXPECT_LE(row.width() - 1 - start, 19);
    EXPECT_GE(end, 12);
    EXPECT_LE(end, 15);
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(ChatListTest, AfterDeletingTheNextOneIsOpen)
{
    start();
    useAccount();
    const qint64 last = create(QStringLiteral("Last"), 1);
    const qint64 middle = create(QStringLiteral("Middle"));
    const qint64 first = create(QStringLiteral("First"));
    open(middle);
    list().setFocus();
    QTest::keyClick(&list(), Qt::Key_Delete);
    EXPECT_TRUE(waitFor([&] { return chat().conversationId() == last && current() == last; }))
        << "the next one, beyond its heading";
    EXPECT_TRUE(list().hasFocus());
    undo().click();
    EXPECT_TRUE(waitFor([&] { return chat().conversationId() == middle && current() == middle; }));
    open(last);
    QTest::keyClick(&list(), Qt::Key_Delete);
    EXPECT_TRUE(waitFor([&] { return chat().conversationId() == middle && current() == middle; }))
        << "the one above, for it was the last";
    EXPECT_TRUE(waitFor([&] { return rows().indexOf(first).isValid(); }));
}

TEST_F(ChatListTest, DeletingAnotherLeavesTheOpenOneOpen)
{
    start();
    useAccount();
    const qint64 below = create(QStringLiteral("Below"));
    const qint64 deleted = create(QStringLiteral("Deleted"));
    const qint64 opened = create(QStringLiteral("Open"));
    open(opened);
    list().setFocus();
    list().setCurrentIndex(rows().indexOf(deleted));
    QTest::keyClick(&list(), Qt::Key_Delete);
    EXPECT_EQ(chat().conversationId(), opened);
    EXPECT_EQ(current(), below);
    undo().click();
    EXPECT_TRUE(waitFor([&] { return chat().conversationId() == deleted && current() == deleted; }));
}

} // namespace orangery::test
