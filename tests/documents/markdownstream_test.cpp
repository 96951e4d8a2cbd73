// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/corpus.h"
#include "documents/markdown.h"
#include "documents/markdownstream.h"

#include <gtest/gtest.h>

namespace orangery {

using namespace Qt::StringLiterals;

namespace {

std::string describe(const QList<MarkdownBlock>& blocks)
{
    std::string all;
    for (const MarkdownBlock& block : blocks)
        all += "[" + std::to_string(static_cast<int>(block.kind)) + " i" + std::to_string(block.indent) +
               " " + block.marker.toStdString() + " " + std::to_string(block.sourceStart) + "-" +
               std::to_string(block.sourceEnd) + "] " + block.text.left(200).toStdString() + "\n";
    return all;
}

/// Feeds pieces of at most `largest` characters and checks all that a stream promises on the way.
QList<MarkdownBlock> streamed(const QString& text, std::mt19937& random, int largest)
{
    MarkdownStream stream;
    QList<MarkdownBlock> finals;
    qsizetype at = 0;
    const auto check = [&](const MarkdownStream::Change& change) {
        EXPECT_LE(change.first, stream.blocks().size());
        for (const qsizetype index : change.revised) {
            EXPECT_LT(index, change.first);
            if (index < finals.size())
                finals[index] = stream.blocks()[index];
        }
        EXPECT_GE(stream.finalCount(), finals.size());
        for (qsizetype i = 0; i < finals.size(); ++i)
            EXPECT_EQ(finals[i], stream.blocks()[i]) << "a final block changed";
        finals = stream.blocks().first(stream.finalCount());
    };
    while (at < text.size()) {
        const qsizetype size = qMin<qsizetype>(
            1 + static_cast<qsizetype>(random() % static_cast<unsigned>(largest)), text.size() - at);
        check(stream.feed(QStringView(text).sliced(at, size)));
        at += size;
    }
    check(stream.finish());
    EXPECT_EQ(stream.text(), text);
    return stream.blocks();
}

} // namespace

TEST(MarkdownStream, GivesTheSameBlocksInAnyPieces)
{
    std::mt19937 random(1);
    for (const QString& text : test::markdownCorpus()) {
        const QList<MarkdownBlock> whole = parseMarkdown(text);
        for (const int largest : {7, 40, 5000}) {
            if (text.size() > 9000 && largest < 40)
                continue; // the size of the open block times the number of pieces: minutes
            const QList<MarkdownBlock> pieces =
                streamed(text, random, text.size() > 9000 ? largest * 40 : largest);
            ASSERT_EQ(whole, pieces) << text.left(300).toStdString() << "\nwhole:\n"
                                     << describe(whole) << "pieces:\n"
                                     << describe(pieces);
        }
    }
}

TEST(MarkdownStream, GivesTheSameBlocksCharacterByCharacter)
{
    std::mt19937 random(2);
    for (const QString& text : test::markdownCorpus()) {
        if (text.size() > 4000)
            continue;
        ASSERT_EQ(parseMarkdown(text), streamed(text, random, 1)) << text.toStdString();
    }
}

TEST(MarkdownStream, GivesTheSameBlocksForRandomLines)
{
    std::mt19937 random(3);
    for (int round = 0; round < 600; ++round) {
        const QString text = test::randomMarkdown(random, 5 + round % 40);
        const QList<MarkdownBlock> whole = parseMarkdown(text);
        const QList<MarkdownBlock> pieces = streamed(text, random, round % 3 ? 9 : 1);
        ASSERT_EQ(whole, pieces) << text.toStdString() << "\nwhole:\n"
                                 << describe(whole) << "pieces:\n"
                                 << describe(pieces);
    }
}

TEST(MarkdownStream, SaysWhichBlockIsOpen)
{
    MarkdownStream stream;
    stream.feed(u"first\n\nsec"_s);
    EXPECT_EQ(stream.finalCount(), 1);
    ASSERT_EQ(stream.blocks().size(), 2);
    EXPECT_EQ(stream.blocks()[1].text, u"sec"_s);
    const auto change = stream.feed(u"ond"_s);
    EXPECT_EQ(change.first, 1);
    EXPECT_EQ(stream.blocks()[1].text, u"second"_s);
    stream.finish();
    EXPECT_EQ(stream.finalCount(), 2);
    EXPECT_TRUE(stream.isFinished());
    stream.feed(u"too late"_s);
    EXPECT_EQ(stream.text(), u"first\n\nsecond"_s);
}

TEST(MarkdownStream, ResolvesADefinitionThatComesLater)
{
    MarkdownStream stream;
    stream.feed(u"see [the page][1] and [^n]\n\nmiddle\n\n"_s);
    ASSERT_EQ(stream.blocks().size(), 2);
    EXPECT_EQ(stream.blocks()[0].text, u"see [the page][1] and [^n]"_s);
    const auto change = stream.feed(u"[1]: https://e.org/p\n\n"_s);
    EXPECT_EQ(change.revised, QList<qsizetype>{0});
    EXPECT_EQ(stream.blocks()[0].text, u"see the page and [^n]"_s);
    ASSERT_EQ(stream.blocks()[0].runs.size(), 1);
    EXPECT_EQ(stream.blocks()[0].runs[0].href, u"https://e.org/p"_s);
    const auto note = stream.feed(u"[^n]: a note\n\nend\n"_s);
    EXPECT_EQ(note.revised, QList<qsizetype>{0});
    EXPECT_EQ(stream.blocks()[0].runs.last().format, FootnoteFormat);
}

TEST(MarkdownStream, GrowsAnOpenFenceWithoutItsEnd)
{
    MarkdownStream stream;
    stream.feed(u"```py\na = 1\n"_s);
    EXPECT_EQ(stream.blocks().last().text, u"a = 1"_s);
    EXPECT_EQ(stream.blocks().last().language, u"py"_s);
    stream.feed(u"``"_s); // may become the closing fence, so it is not shown as code
    EXPECT_EQ(stream.blocks().last().text, u"a = 1"_s);
    stream.feed(u"x"_s);
    EXPECT_EQ(stream.blocks().last().text, u"a = 1\n``x"_s);
    stream.feed(u"\n```\nafter"_s);
    ASSERT_EQ(stream.blocks().size(), 2);
    EXPECT_EQ(stream.blocks()[0].text, u"a = 1\n``x"_s);
    EXPECT_EQ(stream.blocks()[1].text, u"after"_s);
}

TEST(MarkdownStream, SourcesCoverTheTextInOrder)
{
    for (const QString& text : test::markdownCorpus()) {
        qsizetype last = 0;
        for (const MarkdownBlock& block : parseMarkdown(text)) {
            ASSERT_LE(last, block.sourceStart) << text.left(300).toStdString();
            ASSERT_LE(block.sourceStart, block.sourceEnd);
            ASSERT_LE(block.sourceEnd, text.size());
            last = block.sourceStart;
        }
    }
}

} // namespace orangery
