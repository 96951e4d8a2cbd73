// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/definitions.h"
#include "documents/markdownblock.h"
#include "documents/segmenter.h"

namespace orangery {

/// Markdown that grows: feed() takes any pieces (even half a surrogate pair), only the open tail is parsed
/// again. After finish() the blocks do not depend on how the text was cut into pieces.
///
/// Blocks below finalCount() keep their place and words for good, but for links and footnote marks, which are
/// resolved when their definition follows later; such blocks are named in Change::revised.
class MarkdownStream
{
public:
    struct Change
    {
        qsizetype first = 0;      ///< blocks from here on are new or may differ
        QList<qsizetype> revised; ///< earlier blocks whose links or footnotes were resolved just now
    };

    Change feed(QStringView piece);
    Change finish();

    const QString& text() const { return m_text; }
    const QList<MarkdownBlock>& blocks() const { return m_blocks; }
    qsizetype finalCount() const { return m_finalCount; }
    bool isFinished() const { return m_finished; }

private:
    struct Place
    {
        Segment segment;
        qsizetype firstBlock = 0;
    };

    Change update();
    void commit(const Segment& segment, QStringList& fresh);
    void parseOpen();
    void growFence(const Segment& open);
    QList<qsizetype> resolve(const QStringList& fresh);

    QString m_text;
    QList<MarkdownBlock> m_blocks;
    Segmenter m_segmenter;
    Definitions m_definitions;
    QHash<QString, QList<qsizetype>> m_waiting; ///< label → places that mention it and do not know it yet
    QList<Place> m_places;                      ///< segments that mention labels
    qsizetype m_finalCount = 0;
    qsizetype m_fenceStart = -1; ///< of the open fence whose block is the last one
    qsizetype m_fenceDone = 0;   ///< the text up to here is in its code
    qsizetype m_fenceCode = 0;   ///< and makes so many characters of it
    bool m_finished = false;
};

} // namespace orangery
