// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/markdown.h"

#include "documents/markdownstream.h"
#include "documents/segmentparser.h"

namespace orangery {

QList<MarkdownBlock> parseMarkdown(const QString& text)
{
    MarkdownStream stream;
    stream.feed(text);
    stream.finish();
    return stream.blocks();
}

QList<MarkdownBlock> plainBlocks(const QString& text)
{
    QList<MarkdownBlock> blocks;
    MarkdownBlock block;
    const auto flush = [&](qsizetype end) {
        block.sourceEnd = end;
        blocks.append(block);
        block = {};
        block.sourceStart = end;
        block.tight = true;
        block.continued = true;
    };
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype next = nextLine(text, at);
        qsizetype end = next;
        while (end > at && (text[end - 1] == u'\n' || text[end - 1] == u'\r'))
            --end;
        if (!block.text.isEmpty() && block.text.size() + (end - at) > Segmenter::MaxTextLength) {
            block.text.chop(1);
            flush(at);
        }
        while (end - at > Segmenter::MaxTextLength) {
            qsizetype cut = at + Segmenter::MaxTextLength;
            while (text[cut].isLowSurrogate() || text[cut].isMark())
                --cut;
            block.text = text.mid(at, cut - at);
            at = cut;
            flush(at);
        }
        block.text += QStringView(text).sliced(at, end - at);
        if (end < next)
            block.text += QChar(QChar::LineSeparator);
        at = next;
    }
    while (block.text.endsWith(QChar(QChar::LineSeparator)))
        block.text.chop(1);
    if (!block.text.isEmpty() || blocks.isEmpty())
        flush(text.size());
    return blocks;
}

} // namespace orangery
