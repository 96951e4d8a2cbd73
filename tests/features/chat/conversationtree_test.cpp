// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/conversationtree.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

StoredMessage node(qint64 id, qint64 parent, const QString& text = {})
{
    StoredMessage message;
    message.id = id;
    message.parentId = parent;
    message.text = text;
    return message;
}

QList<qint64> ids(const ConversationTree& tree)
{
    QList<qint64> list;
    for (const StoredMessage& message : tree.path())
        list.append(message.id);
    return list;
}

/// 1 → 2 → 4 → 6, 1 → 2 → 5, 1 → 3 → 7
ConversationTree forked(qint64 shown = 0)
{
    return ConversationTree(
        {.messages = {node(1, 0), node(2, 1), node(3, 1), node(4, 2), node(5, 2), node(6, 4), node(7, 3)},
         .shownMessageId = shown});
}

using Ids = QList<qint64>;

} // namespace

TEST(ConversationTree, FollowsTheNewestBranchUnlessAnotherWasShown)
{
    EXPECT_EQ(ids(forked()), (Ids{1, 3, 7}));
    EXPECT_EQ(ids(forked(4)), (Ids{1, 2, 4, 6}));
    EXPECT_EQ(ids(forked(6)), (Ids{1, 2, 4, 6}));
    EXPECT_EQ(ids(forked(99)), (Ids{1, 3, 7}));
    EXPECT_TRUE(ConversationTree().path().isEmpty());
}

TEST(ConversationTree, SurvivesACircle)
{
    const QList<StoredMessage> circle = {node(1, 0), node(2, 3), node(3, 2)};
    EXPECT_EQ(ids(ConversationTree({.messages = circle, .shownMessageId = 3})), (Ids{1}));
    EXPECT_LE(ids(ConversationTree({.messages = {node(1, 0), node(1, 1)}, .shownMessageId = 1})).size(), 2);
}

TEST(ConversationTree, KnowsWhatStandsInOnePlace)
{
    const ConversationTree tree = forked(4);
    EXPECT_EQ(tree.branches(tree.path()[1]), (Ids{2, 3}));
    EXPECT_EQ(tree.branches(tree.path()[2]), (Ids{4, 5}));
    EXPECT_EQ(tree.branches(tree.path()[0]), (Ids{1}));
}

TEST(ConversationTree, ShowsAnotherBranchFromWhereItLeavesThePath)
{
    ConversationTree tree = forked(4);
    EXPECT_EQ(tree.show(5), 2);
    EXPECT_EQ(ids(tree), (Ids{1, 2, 5}));
    EXPECT_EQ(tree.show(3), 1);
    EXPECT_EQ(ids(tree), (Ids{1, 3, 7}));
    EXPECT_EQ(tree.show(7), -1);
}

TEST(ConversationTree, KeepsWhatAPathLearnedWhenItIsLeft)
{
    ConversationTree tree = forked(5);
    tree.at(2).text = QStringLiteral("streamed");
    tree.show(3);
    tree.show(5);
    EXPECT_EQ(tree.path().last().text, QStringLiteral("streamed"));
    tree.show(3);
    tree.update(node(5, 2, QStringLiteral("ended while another branch was shown")));
    tree.show(5);
    EXPECT_EQ(tree.path().last().text, QStringLiteral("ended while another branch was shown"));
}

TEST(ConversationTree, GrowsAtTheEndInTheMiddleAndOutOfSight)
{
    ConversationTree tree = forked(5);
    tree.at(2).text = QStringLiteral("old");
    EXPECT_EQ(tree.append({node(8, 5), node(9, 8)}), 3);
    EXPECT_EQ(ids(tree), (Ids{1, 2, 5, 8, 9}));
    EXPECT_EQ(tree.append({node(10, 2)}), 2) << "another branch beside 5";
    EXPECT_EQ(ids(tree), (Ids{1, 2, 10}));
    EXPECT_EQ(tree.append({node(11, 7)}), -1) << "nobody looks there";
    tree.show(9);
    EXPECT_EQ(ids(tree), (Ids{1, 2, 5, 8, 9}));
    EXPECT_EQ(tree.path()[2].text, QStringLiteral("old"));
    tree.show(11);
    EXPECT_EQ(ids(tree), (Ids{1, 3, 7, 11}));
}

TEST(ConversationTree, TakesAnAnswerThatIsAskedAnewInItsPlace)
{
    ConversationTree tree = forked(5);
    EXPECT_EQ(tree.append({node(5, 2, QStringLiteral("anew"))}), 2);
    EXPECT_EQ(ids(tree), (Ids{1, 2, 5}));
    EXPECT_EQ(tree.branches(tree.path()[2]), (Ids{4, 5}));
    tree.show(4);
    tree.show(5);
    EXPECT_EQ(tree.path().last().text, QStringLiteral("anew"));
}

TEST(ConversationTree, CountsWhatEveryBranchHasCost)
{
    ConversationTree tree = forked(5);
    StoredMessage paid = node(5, 2);
    paid.neurons = Neurons::of(2);
    tree.update(paid);
    paid = node(7, 3);
    paid.neurons = Neurons::of(3);
    tree.update(paid);
    EXPECT_EQ(tree.neurons(), Neurons::of(5));
}

TEST(ConversationTree, MayHaveSeveralBeginnings)
{
    ConversationTree tree = forked(5);
    EXPECT_EQ(tree.append({node(20, 0), node(21, 20)}), 0);
    EXPECT_EQ(ids(tree), (Ids{20, 21}));
    EXPECT_EQ(tree.branches(tree.path()[0]), (Ids{1, 20}));
}

} // namespace orangery
