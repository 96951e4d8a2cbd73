// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/corpus.h"
#include "documents/markdown.h"
#include "documents/segmenter.h"
#include "documents/segmentparser.h"

#include <gtest/gtest.h>

namespace orangery {

using namespace Qt::StringLiterals;

namespace {

/// The blocks' words and kinds, without what a cut may change: list numbering and looseness.
QStringList outline(const QList<MarkdownBlock>& blocks)
{
    QStringList lines;
    for (const MarkdownBlock& block : blocks)
        lines.append(QString::number(static_cast<int>(block.kind)) + u' ' + QString::number(block.level) +
                     u' ' + QString::number(block.indent) + u' ' + QString::number(block.quoteDepth) + u' ' +
                     block.marker + u' ' + block.text.trimmed());
    return lines;
}

QStringList parsedInOnePiece(const QString& text)
{
    Segment all;
    all.end = text.size();
    return outline(parseSegment(text, all, {}));
}

} // namespace

TEST(Segmenter, CutsWithoutGapsOrOverlaps)
{
    for (const QString& text : test::markdownCorpus()) {
        Segmenter segmenter;
        qsizetype end = 0;
        for (const Segment& segment : segmenter.advance(text, true)) {
            EXPECT_EQ(segment.start, end);
            EXPECT_GT(segment.end, segment.start);
            end = segment.end;
        }
        EXPECT_EQ(end, text.size());
    }
}

TEST(Segmenter, CutsOnlyWhereTheDialectEndsABlock)
{
    for (const QString& text : test::markdownCorpus()) {
        if (text.size() > 3000 || text.contains(u"[^"_s))
            continue;
        EXPECT_EQ(outline(parseMarkdown(text)), parsedInOnePiece(text)) << text.toStdString();
    }
}

TEST(Segmenter, AgreesWithTheParserOnRandomLines)
{
    std::mt19937 random(7);
    int differences = 0;
    for (int round = 0; round < 1000; ++round) {
        QString text = test::randomMarkdown(random, 12);
        // Footnotes and display mathematics are ours, and the parser takes half a tab away from a fence.
        text.replace(u"[^1]"_s, u"n"_s)
            .replace(u"$$"_s, u"m"_s)
            .replace(u"\\["_s, u"m"_s)
            .replace(u'\t', u' ');
        const QStringList cut = outline(parseMarkdown(text));
        const QStringList whole = parsedInOnePiece(text);
        if (cut != whole && qEnvironmentVariableIsSet("SHOW_DIFFERENCES"))
            ADD_FAILURE() << text.toStdString() << "\n--- cut\n"
                          << cut.join(u'\n').toStdString() << "\n--- whole\n"
                          << whole.join(u'\n').toStdString();
        differences += cut != whole;
    }
    EXPECT_LE(differences, 10);
}

TEST(Segmenter, BoundsEverySegmentButFences)
{
    for (const QString& text : test::markdownCorpus()) {
        Segmenter segmenter;
        for (const Segment& segment : segmenter.advance(text, true)) {
            const bool bounded = segment.end - segment.start <= Segmenter::MaxLength;
            EXPECT_TRUE(bounded || segment.kind == SegmentKind::Fence);
        }
    }
}

} // namespace orangery
