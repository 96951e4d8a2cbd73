// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/conversationlist.h"

#include "core/ids.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <QAbstractItemModelTester>
#include <gtest/gtest.h>

namespace orangery {

namespace {

using test::waitFor;
using test::Workshop;

qint64 create(Workshop& shop, const QString& title, int ageSeconds)
{
    ConversationSummary conversation;
    conversation.id = newId();
    conversation.title = title;
    conversation.createdAt = conversation.changedAt = QDateTime::currentDateTimeUtc().addSecs(-ageSeconds);
    bool isDone = false;
    shop.conversations->create(conversation, {}, shop.workbench.get(),
                               [&](const Result<void>& done) { isDone = done.has_value(); });
    EXPECT_TRUE(waitFor([&] { return isDone; }));
    return conversation.id;
}

void refresh(ConversationList& list)
{
    bool isRead = false;
    QObject::connect(&list, &ConversationList::refreshed, &list, [&] { isRead = true; });
    list.refresh();
    ASSERT_TRUE(waitFor([&] { return isRead; }));
    list.disconnect(&list);
}

QStringList titles(const ConversationList& list)
{
    QStringList all;
    for (int row = 0; row < list.rowCount(); ++row)
        all.append(list.at(row).title);
    return all;
}

} // namespace

TEST(ConversationList, ShowsTheNewestFirstAndKeepsItsIndexes)
{
    Workshop shop;
    create(shop, QStringLiteral("old"), 100);
    create(shop, QStringLiteral("new"), 1);
    ConversationList list(*shop.conversations);
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    refresh(list);
    EXPECT_EQ(titles(list), (QStringList{QStringLiteral("new"), QStringLiteral("old")}));
    const QPersistentModelIndex kept = list.index(1);
    create(shop, QStringLiteral("newest"), 0);
    refresh(list);
    EXPECT_EQ(kept.row(), 2);
    EXPECT_EQ(kept.data().toString(), QStringLiteral("old"));
}

TEST(ConversationList, RenamesButNotToNothing)
{
    Workshop shop;
    create(shop, QStringLiteral("first"), 1);
    ConversationList list(*shop.conversations);
    refresh(list);
    EXPECT_FALSE(list.setData(list.index(0), QStringLiteral("   "), Qt::EditRole));
    EXPECT_TRUE(list.setData(list.index(0), QStringLiteral(" second  name "), Qt::EditRole));
    // the list reads itself again once the name is on disk
    ASSERT_TRUE(waitFor([&] {
        ConversationList fresh(*shop.conversations);
        refresh(fresh);
        return titles(fresh) == QStringList{QStringLiteral("second name")};
    }));
    ASSERT_TRUE(waitFor([&] { return titles(list) == QStringList{QStringLiteral("second name")}; }));
}

TEST(ConversationList, TakesADeletionBack)
{
    Workshop shop;
    const qint64 id = create(shop, QStringLiteral("kept"), 1);
    ConversationList list(*shop.conversations);
    refresh(list);
    list.remove(id);
    EXPECT_EQ(list.rowCount(), 0);
    list.restore(id);
    ASSERT_TRUE(waitFor([&] { return list.rowCount() == 1; }));
    EXPECT_EQ(titles(list), QStringList{QStringLiteral("kept")});
}

} // namespace orangery
