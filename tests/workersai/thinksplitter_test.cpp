// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/thinksplitter.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

using Pieces = QStringList;

ChatDelta splitUp(const Pieces& pieces)
{
    ThinkSplitter splitter;
    ChatDelta all;
    for (const QString& piece : pieces) {
        const ChatDelta delta = splitter.take(piece);
        all.text += delta.text;
        all.reasoning += delta.reasoning;
    }
    const ChatDelta rest = splitter.finish();
    return {all.text + rest.text, all.reasoning + rest.reasoning};
}

Pieces characters(const QString& text)
{
    Pieces pieces;
    for (const QChar c : text)
        pieces.append(QString(c));
    return pieces;
}

struct Split
{
    const char* name;
    QString whole;
    ChatDelta expected;
};

const QList<Split>& splits()
{
    static const QList<Split> all{
        {"Plain",
         QStringLiteral("Hello <think>not me</think>"),
         {QStringLiteral("Hello <think>not me</think>"), {}}},
        {"Thought",
         QStringLiteral("<think>\nHm.\n</think>\n\nYes."),
         {QStringLiteral("Yes."), QStringLiteral("Hm.\n")}},
        {"SpaceBefore",
         QStringLiteral(" \n<think>Hm.</think>Yes."),
         {QStringLiteral("Yes."), QStringLiteral("Hm.")}},
        {"SpaceOnlyText", QStringLiteral("  x"), {QStringLiteral("  x"), {}}},
        {"NoThought", QStringLiteral("<think>\n\n</think>\n\nYes."), {QStringLiteral("Yes."), {}}},
        {"Unclosed", QStringLiteral("<think>Hm </thin"), {{}, QStringLiteral("Hm </thin")}},
        {"AlmostATag", QStringLiteral("<thing> is no tag"), {QStringLiteral("<thing> is no tag"), {}}},
        {"OnlyTheStart", QStringLiteral("<thi"), {QStringLiteral("<thi"), {}}},
        {"SecondPart",
         QStringLiteral("<think>a</think>b<think>c</think>"),
         {QStringLiteral("b<think>c</think>"), QStringLiteral("a")}},
        {"TagsInThought",
         QStringLiteral("<think>a <b> </b> </think>b"),
         {QStringLiteral("b"), QStringLiteral("a <b> </b> ")}},
        {"Empty", QString(), {}},
    };
    return all;
}

TEST(ThinkSplitter, WholeByCharacterAndCutAnywhere)
{
    for (const Split& split : splits()) {
        SCOPED_TRACE(split.name);
        EXPECT_EQ(splitUp({split.whole}), split.expected);
        EXPECT_EQ(splitUp(characters(split.whole)), split.expected);
        for (qsizetype at = 0; at <= split.whole.size(); ++at)
            EXPECT_EQ(splitUp({split.whole.left(at), split.whole.mid(at)}), split.expected) << at;
    }
}

TEST(ThinkSplitter, NothingIsHeldBackWithoutNeed)
{
    ThinkSplitter splitter;
    EXPECT_EQ(splitter.take(QStringLiteral("<think>Hm")).reasoning, QStringLiteral("Hm"));
    EXPECT_EQ(splitter.take(QStringLiteral(" so <")).reasoning, QStringLiteral(" so "));
    EXPECT_EQ(splitter.take(QStringLiteral("b")).reasoning, QStringLiteral("<b"));
    EXPECT_EQ(splitter.take(QStringLiteral("</think>Yes")).text, QStringLiteral("Yes"));
    EXPECT_EQ(splitter.take(QStringLiteral("<")).text, QStringLiteral("<"));
}

TEST(ThinkSplitter, AnEndlessBlankStartEnds)
{
    ThinkSplitter splitter;
    for (int i = 0; i < 1'000'000; ++i)
        ASSERT_TRUE(splitter.take(QStringLiteral("\n")).isEmpty());
    EXPECT_EQ(splitter.take(QStringLiteral("<think>Hm")).reasoning, QStringLiteral("Hm"));
}

} // namespace
} // namespace orangery
