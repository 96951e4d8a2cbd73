// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatpath.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

StoredMessage node(qint64 id, qint64 parent, const QString& text = QStringLiteral("text"))
{
    StoredMessage message;
    message.id = id;
    message.parentId = parent;
    message.text = text;
    return message;
}

QList<qint64> ids(const QList<StoredMessage>& path)
{
    QList<qint64> list;
    for (const StoredMessage& message : path)
        list.append(message.id);
    return list;
}

} // namespace

TEST(ChatPath, FollowsTheNewestBranch)
{
    const QList<StoredMessage> tree = {node(1, 0), node(2, 1), node(3, 1), node(4, 2), node(5, 3)};
    EXPECT_EQ(ids(newestPath(tree)), (QList<qint64>{1, 3, 5}));
    EXPECT_TRUE(newestPath({}).isEmpty());
}

TEST(ChatPath, SurvivesACircle)
{
    EXPECT_LE(newestPath({node(1, 0), node(2, 1), node(1, 2)}).size(), 3);
}

TEST(ChatPath, SendsNoEmptyAnswers)
{
    EXPECT_EQ(sendable({node(1, 0), node(2, 1, {})}).size(), 1);
}

TEST(ChatTitle, IsTheFirstLineWithoutMarks)
{
    EXPECT_EQ(titleFrom(QStringLiteral("\n\n# Frost   alert\nmore")), QStringLiteral("Frost alert"));
    EXPECT_EQ(titleFrom(QString()), QString());
}

TEST(ChatTitle, EndsAtAWord)
{
    const QString title = titleFrom(QStringLiteral("word ").repeated(40));
    EXPECT_LE(title.size(), 60);
    EXPECT_TRUE(title.endsWith(QStringLiteral("word…")));
    EXPECT_LE(titleFrom(QString(1 << 20, QLatin1Char('x'))).size(), 60);
}

} // namespace orangery
