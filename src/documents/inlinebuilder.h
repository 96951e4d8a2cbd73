// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/markdownblock.h"

typedef struct cmark_node cmark_node;

namespace orangery {

struct TextRange
{
    int start = 0;
    int length = 0;
};

/// Adds `format` to ranges (sorted, not overlapping) of a text with these runs, splitting runs where needed.
/// Code stays as it is: no format is laid over CodeFormat.
void addFormat(QList<InlineRun>& runs, const QList<TextRange>& ranges, quint16 format);

/// Takes `length` characters at `start` out of a text and its runs.
void removeCharacters(QString& text, QList<InlineRun>& runs, int start, int length);

/// Collects the text and the runs of one block while its inline nodes are entered and left.
class InlineBuilder
{
public:
    void clear();
    /// An inline node of cmark on its way in or out; leaves come in only.
    void visit(cmark_node* node, bool entering);
    void appendPlain(const QString& text) { append(text, 0); }

    /// What was collected, with mathematics restored.
    void take(QString& text, QList<InlineRun>& runs);

private:
    void append(const QString& text, quint16 extra);
    void toggle(quint16 format, bool on);

    QString m_text;
    QList<InlineRun> m_runs;
    int m_bold = 0;
    int m_italic = 0;
    int m_strike = 0;
    int m_images = 0;
    QStringList m_links;
};

} // namespace orangery
