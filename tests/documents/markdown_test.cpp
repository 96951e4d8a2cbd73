// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/corpus.h"
#include "documents/markdown.h"

#include <gmock/gmock.h>

namespace orangery {

using namespace Qt::StringLiterals;

namespace {

QStringList texts(const QList<MarkdownBlock>& blocks)
{
    QStringList result;
    for (const MarkdownBlock& block : blocks)
        result.append((block.marker.isEmpty() ? QString() : block.marker + u' ') + block.text);
    return result;
}

QString source(const QString& text, const MarkdownBlock& block)
{
    return text.mid(block.sourceStart, block.sourceEnd - block.sourceStart);
}

quint16 formatAt(const MarkdownBlock& block, qsizetype position)
{
    for (const InlineRun& run : block.runs) {
        if (position >= run.start && position < run.start + run.length)
            return run.format;
    }
    return 0;
}

} // namespace

TEST(Markdown, ReadsInlineFormats)
{
    const auto blocks = parseMarkdown(u"a **b *c*** `d*` ~~e~~ [f](http://x.org) ~g~"_s);
    ASSERT_EQ(blocks.size(), 1);
    EXPECT_EQ(blocks[0].text, u"a b c d* e f ~g~"_s);
    EXPECT_EQ(formatAt(blocks[0], 0), 0);
    EXPECT_EQ(formatAt(blocks[0], 2), BoldFormat);
    EXPECT_EQ(formatAt(blocks[0], 4), BoldFormat | ItalicFormat);
    EXPECT_EQ(formatAt(blocks[0], 6), CodeFormat);
    EXPECT_EQ(formatAt(blocks[0], 9), StrikeFormat);
    EXPECT_EQ(formatAt(blocks[0], 11), LinkFormat);
    EXPECT_EQ(formatAt(blocks[0], 14), 0) << "one tilde is no strike";
}

TEST(Markdown, KeepsWhatLooksLikeTags)
{
    const auto blocks = parseMarkdown(u"T = vector<int> x; if a<b then\n\n<div class=\"x\">**raw**</div>"_s);
    ASSERT_EQ(blocks.size(), 2);
    EXPECT_EQ(blocks[0].text, u"T = vector<int> x; if a<b then"_s);
    EXPECT_EQ(blocks[1].kind, BlockKind::Html);
    EXPECT_EQ(blocks[1].text, u"<div class=\"x\">**raw**</div>"_s);
}

TEST(Markdown, FlattensListsWithMarkersAndDepth)
{
    const auto blocks = parseMarkdown(u"1. a\n   - b\n\n     c\n2. d\n\n- [x] e\n- [ ] f\n-\n"_s);
    EXPECT_EQ(texts(blocks), (QStringList{u"1. a"_s, u"\u2022 b"_s, u"c"_s, u"2. d"_s, u"\u2611 e"_s,
                                          u"\u2610 f"_s, u"\u2022 "_s}));
    EXPECT_EQ(blocks[1].indent, 2);
    EXPECT_EQ(blocks[2].indent, 2);
    EXPECT_EQ(blocks[3].indent, 1);
    EXPECT_TRUE(blocks[4].tight);
}

TEST(Markdown, GoesOnNumberingWhereAListIsCut)
{
    QString text;
    for (int i = 0; i < 45; ++i)
        text += u"1. item\n"_s;
    const auto blocks = parseMarkdown(u"5. first\n"_s + text);
    ASSERT_EQ(blocks.size(), 46);
    for (int i = 0; i < 46; ++i)
        EXPECT_EQ(blocks[i].marker, QString::number(i + 5) + u'.');
}

TEST(Markdown, ReadsTables)
{
    const QString text = u"intro\n\n| a | b | c |\n|:--|:-:|--:|\n| **1** | `x\\|y` |\n\nend"_s;
    const auto blocks = parseMarkdown(text);
    ASSERT_EQ(blocks.size(), 3);
    const MarkdownBlock& table = blocks[1];
    EXPECT_EQ(table.kind, BlockKind::Table);
    EXPECT_EQ(table.columns, (QList{ColumnAlignment::Start, ColumnAlignment::Center, ColumnAlignment::End}));
    EXPECT_EQ(table.text, u"a\tb\tc\n1\tx|y\t"_s);
    EXPECT_EQ(table.rows[1][0].runs[0].format, BoldFormat);
    EXPECT_EQ(source(text, table), u"| a | b | c |\n|:--|:-:|--:|\n| **1** | `x\\|y` |"_s);
}

TEST(Markdown, CutsAnEnormousTableIntoPartsWithoutALoss)
{
    QString text = u"| a | b |\n|---|---|\n"_s;
    for (int i = 0; i < 6000; ++i)
        text += u"| row "_s + QString::number(i) + u" | some words |\n"_s;
    const auto blocks = parseMarkdown(text);
    ASSERT_GT(blocks.size(), 2);
    qsizetype rows = 0;
    for (const MarkdownBlock& block : blocks) {
        EXPECT_EQ(block.kind, BlockKind::Table);
        EXPECT_EQ(block.continued, rows > 0);
        EXPECT_LE(block.sourceEnd - block.sourceStart, 65536);
        rows += block.rows.size();
        EXPECT_EQ(block.text.count(u'\n') + 1, block.rows.size());
    }
    EXPECT_EQ(rows, 6001);
}

TEST(Markdown, CutsAnEnormousLineIntoPartsWithoutALoss)
{
    QString text;
    for (int i = 0; i < 40000; ++i)
        text += QString::number(i) + u' ';
    QString joined;
    for (const MarkdownBlock& block : parseMarkdown(text)) {
        EXPECT_EQ(block.kind, BlockKind::Paragraph);
        EXPECT_LE(block.text.size(), 8192);
        joined += block.text.trimmed() + u' ';
    }
    EXPECT_EQ(joined, text);
    EXPECT_EQ(parseMarkdown(QString(1'000'000, u'x')).size(), 123);
}

TEST(Markdown, TakesCodeAsItIs)
{
    const QString text = u"  ~~~ C++ x=1\n  a\n\tb\n   c\n~~~~\n\n```\n**no**\n\n"_s;
    const auto blocks = parseMarkdown(text);
    ASSERT_EQ(blocks.size(), 2);
    EXPECT_EQ(blocks[0].text, u"a\n\tb\n c"_s);
    EXPECT_EQ(blocks[0].language, u"C++"_s);
    EXPECT_EQ(source(text, blocks[0]), u"  ~~~ C++ x=1\n  a\n\tb\n   c\n~~~~"_s);
    EXPECT_EQ(blocks[1].text, u"**no**"_s);
}

TEST(Markdown, LeavesMathematicsAsWritten)
{
    const auto blocks =
        parseMarkdown(u"is $a_1*b_2*c$ and \\(x_i*y*z\\), costs $5 or $6 *now*\n\n$$\na\n- b_1\n= c\n$$"_s);
    ASSERT_EQ(blocks.size(), 2);
    EXPECT_EQ(blocks[0].text, u"is $a_1*b_2*c$ and \\(x_i*y*z\\), costs $5 or $6 now"_s);
    EXPECT_EQ(formatAt(blocks[0], 3), MathFormat);
    EXPECT_EQ(formatAt(blocks[0], blocks[0].text.indexOf(u"x_i")), MathFormat);
    EXPECT_EQ(formatAt(blocks[0], blocks[0].text.indexOf(u"$5")), 0);
    EXPECT_EQ(formatAt(blocks[0], blocks[0].text.indexOf(u"now")), ItalicFormat);
    EXPECT_EQ(blocks[1].text, u"$$ a - b_1 = c $$"_s);
}

TEST(Markdown, NumbersFootnotesByTheirLabels)
{
    const auto blocks = parseMarkdown(u"x[^1] y[^2] `[^1]`\n\n[^1]: note *one*\n\n    more"_s);
    ASSERT_EQ(blocks.size(), 3);
    EXPECT_EQ(blocks[0].text, u"x1 y[^2] `[^1]`"_s.remove(u'`'));
    EXPECT_EQ(formatAt(blocks[0], 1), FootnoteFormat);
    EXPECT_EQ(formatAt(blocks[0], 5), 0) << "never defined";
    EXPECT_EQ(formatAt(blocks[0], 10), CodeFormat);
    EXPECT_TRUE(blocks[1].footnote);
    EXPECT_EQ(blocks[1].marker, u"1"_s);
    EXPECT_EQ(blocks[1].text, u"note one"_s);
    EXPECT_EQ(blocks[2].text, u"more"_s);
}

TEST(Markdown, SurvivesHostileNesting)
{
    EXPECT_FALSE(parseMarkdown(QString(u">"_s).repeated(100'000) + u"x"_s).isEmpty());
    EXPECT_FALSE(parseMarkdown(QString(u"**a *"_s).repeated(20'000)).isEmpty());
    EXPECT_FALSE(parseMarkdown(QString(u"["_s).repeated(100'000)).isEmpty());
    EXPECT_TRUE(parseMarkdown(QString(u"\n"_s).repeated(100'000)).isEmpty());
}

TEST(PlainBlocks, KeepEveryCharacter)
{
    const auto blocks = plainBlocks(u"*a*\n\n# b\r\nc"_s);
    ASSERT_EQ(blocks.size(), 1);
    EXPECT_EQ(blocks[0].text, u"*a*\u2028\u2028# b\u2028c"_s);
    EXPECT_EQ(plainBlocks({}).size(), 1);
    QString joined;
    const QString large = QString(u"0123456789 "_s).repeated(100'000);
    for (const MarkdownBlock& block : plainBlocks(large)) {
        EXPECT_LE(block.text.size(), 8192);
        joined += block.text;
    }
    EXPECT_EQ(joined, large);
}

} // namespace orangery
