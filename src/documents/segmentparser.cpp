// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/segmentparser.h"

#include "documents/blockbuilder.h"
#include "documents/lineclass.h"
#include "documents/mathguard.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <memory>
#include <mutex>

namespace orangery {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar Joiner(0x2060);

struct NodeFree
{
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Node = std::unique_ptr<cmark_node, NodeFree>;

Node parse(const QString& markdown)
{
    static std::once_flag registered;
    std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
    cmark_parser* parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"}) {
        if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name))
            cmark_parser_attach_syntax_extension(parser, extension);
    }
    const QByteArray utf8 = markdown.toUtf8();
    cmark_parser_feed(parser, utf8.constData(), static_cast<size_t>(utf8.size()));
    Node document(cmark_parser_finish(parser));
    cmark_parser_free(parser);
    return document;
}

/// Turns the 1-based lines in sourceStart into positions; line 1 + `offset` is the segment's first.
void setSources(QList<MarkdownBlock>& blocks, const QString& text, const Segment& segment, qsizetype offset)
{
    qsizetype line = 1;
    qsizetype start = segment.start;
    for (MarkdownBlock& block : blocks) {
        for (const qsizetype wanted = block.sourceStart - offset; line < wanted; ++line) {
            const qsizetype next = nextLine(text, start);
            if (next >= segment.end)
                break;
            start = next;
        }
        block.sourceStart = start;
    }
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        qsizetype end = i + 1 < blocks.size() ? blocks[i + 1].sourceStart : segment.end;
        if (end <= blocks[i].sourceStart)
            end = qMin(nextLine(text, blocks[i].sourceStart), segment.end);
        while (end > blocks[i].sourceStart && text[end - 1].isSpace())
            --end;
        blocks[i].sourceEnd = end;
    }
}

/// Takes "[^label]:" and the four columns below it away; the number of lines stays.
QString footnoteBody(QStringView source, QString& label)
{
    const qsizetype open = source.indexOf(u'[');
    const qsizetype close = source.indexOf(u']');
    label = source.sliced(open + 2, close - open - 2).toString();
    QString body = source.first(open).toString();
    qsizetype at = close + 2;
    while (at < source.size() && source[at] == u' ')
        ++at;
    while (at < source.size()) {
        qsizetype end = source.indexOf(u'\n', at);
        end = end < 0 ? source.size() : end + 1;
        body += source.sliced(at, end - at);
        at = end;
        for (int i = 0; i < 4 && at < source.size() && source[at] == u' '; ++i)
            ++at;
    }
    return body;
}

/// "[^label]" becomes the label alone, marked, where the footnote is known.
void markFootnotes(QString& text, QList<InlineRun>& runs, const Definitions& definitions)
{
    static const QRegularExpression reference(uR"(\[(\^[^\[\]\s]{1,97})\])"_s);
    if (!text.contains("[^"_L1))
        return;
    QList<QRegularExpressionMatch> found;
    for (auto matches = reference.globalMatch(text); matches.hasNext();)
        found.prepend(matches.next()); // from the end, so that positions stay
    for (const auto& match : std::as_const(found)) {
        const int start = static_cast<int>(match.capturedStart());
        const int length = static_cast<int>(match.capturedLength());
        const bool code = std::any_of(runs.cbegin(), runs.cend(), [&](const InlineRun& run) {
            return (run.format & CodeFormat) && run.start <= start && start < run.start + run.length;
        });
        if (code || !definitions.hasFootnote(match.captured(1).toCaseFolded()))
            continue;
        removeCharacters(text, runs, start + length - 1, 1);
        removeCharacters(text, runs, start, 2);
        addFormat(runs, {{start, length - 3}}, FootnoteFormat);
    }
}

void dropJoiner(MarkdownBlock& block)
{
    if (block.text.startsWith(Joiner))
        removeCharacters(block.text, block.runs, 0, 1);
}

} // namespace

qsizetype nextLine(const QString& text, qsizetype position)
{
    while (position < text.size() && text[position] != u'\n' && text[position] != u'\r')
        ++position;
    if (position + 1 < text.size() && text[position] == u'\r' && text[position + 1] == u'\n')
        ++position;
    return qMin(position + 1, text.size());
}

QString fenceCode(const QString& text, const Segment& segment, qsizetype from, qsizetype to)
{
    QString code;
    code.reserve(to - from);
    while (from < to) {
        const qsizetype next = qMin(nextLine(text, from), to);
        for (int i = 0; i < segment.fenceIndent && from < next && text[from] == u' '; ++i)
            ++from;
        qsizetype end = next;
        while (end > from && (text[end - 1] == u'\n' || text[end - 1] == u'\r'))
            --end;
        code += QStringView(text).sliced(from, end - from);
        if (end < next)
            code += u'\n';
        from = next;
    }
    return code;
}

MarkdownBlock fenceBlock(const QString& text, const Segment& segment)
{
    MarkdownBlock block;
    block.kind = BlockKind::Code;
    qsizetype open = segment.start;
    while (open < segment.end &&
           lineclass::isBlank(QStringView(text).sliced(open, nextLine(text, open) - open).trimmed()))
        open = nextLine(text, open);
    block.sourceStart = open;
    const QStringView line = QStringView(text).sliced(open, nextLine(text, open) - open).trimmed();
    const QStringView info = line.sliced(qMin<qsizetype>(segment.fenceLength, line.size())).trimmed();
    qsizetype end = 0;
    while (end < info.size() && !info[end].isSpace() && info[end] != u',' && info[end] != u'{')
        ++end;
    block.language = info.first(end).toString();
    return block;
}

namespace {

QList<MarkdownBlock> parseFence(const QString& text, const Segment& segment)
{
    MarkdownBlock block = fenceBlock(text, segment);
    const qsizetype body = qMin(nextLine(text, block.sourceStart), segment.end);
    qsizetype end = segment.end;
    while (end > body && (text[end - 1] == u'\n' || text[end - 1] == u'\r'))
        --end;
    block.sourceEnd = end;
    qsizetype last = end;
    while (last > body && text[last - 1] != u'\n' && text[last - 1] != u'\r')
        --last;
    const lineclass::Fence fence{segment.fenceChar, segment.fenceLength, segment.fenceIndent};
    const bool closed =
        end > body && lineclass::closesFence(QStringView(text).sliced(last, end - last), fence);
    block.text = fenceCode(text, segment, body, closed ? last : segment.end);
    while (block.text.endsWith(u'\n'))
        block.text.chop(1);
    return {block};
}

} // namespace

QList<MarkdownBlock> parseSegment(const QString& text, const Segment& segment, const Definitions& definitions)
{
    if (segment.kind == SegmentKind::Fence)
        return parseFence(text, segment);
    const QStringView source = QStringView(text).sliced(segment.start, segment.end - segment.start);
    QString label;
    QString markdown =
        segment.kind == SegmentKind::Footnote ? footnoteBody(source, label) : source.toString();
    const bool literal = segment.kind == SegmentKind::Indented || segment.kind == SegmentKind::Html;
    if (!literal)
        markdown = mathguard::hide(markdown);
    QString before;
    if (segment.continued && segment.kind == SegmentKind::Table)
        before = text.mid(segment.headerStart, segment.headerEnd - segment.headerStart);
    else if (segment.continued)
        markdown.prepend(Joiner);
    else if (!literal && !definitions.isEmpty() && source.contains(u'['))
        before = definitions.lines(Definitions::mentioned(source));
    if (!before.isEmpty() && segment.kind != SegmentKind::Table)
        before += u'\n';
    const Node document = parse(before + markdown);
    QList<MarkdownBlock> blocks = BlockBuilder().build(document.get(), segment.firstNumber);
    setSources(blocks, text, segment, before.count(u'\n'));
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        MarkdownBlock& block = blocks[i];
        if (segment.continued && i == 0) {
            dropJoiner(block);
            block.continued = true;
        }
        if (segment.kind == SegmentKind::Footnote) {
            block.footnote = true;
            ++block.indent;
            if (i == 0)
                block.marker = label;
        }
        if (block.kind != BlockKind::Table)
            markFootnotes(block.text, block.runs, definitions);
        if (block.kind == BlockKind::Table && block.text.contains("[^"_L1)) {
            for (auto& row : block.rows) {
                for (TableCell& cell : row)
                    markFootnotes(cell.text, cell.runs, definitions);
            }
            block.text = tableText(block.rows);
        }
    }
    if (segment.continued && segment.kind == SegmentKind::Table && !blocks.isEmpty() &&
        !blocks[0].rows.isEmpty()) {
        blocks[0].rows.removeFirst();
        blocks[0].text.remove(0, blocks[0].text.indexOf(u'\n') + 1);
    }
    return blocks;
}

} // namespace orangery
