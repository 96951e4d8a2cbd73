// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace orangery {

/// The link definitions ([label]: address "title") and footnote labels of a text. They may come long after
/// the words that use them; the first one of a label counts.
class Definitions
{
public:
    /// Reads the definitions at the start of a text segment, or the label of a footnote segment; returns the
    /// labels that are new.
    QStringList collect(QStringView segment, bool footnote);

    /// The labels that a text mentions in brackets, known or not; footnote labels begin with '^'.
    static QStringList mentioned(QStringView segment);

    /// Definition lines for those of `labels` that are known links, to be parsed in front of a segment.
    QString lines(const QStringList& labels) const;
    bool hasFootnote(const QString& label) const { return m_known.contains(label); }
    bool isEmpty() const { return m_known.isEmpty(); }

private:
    QHash<QString, QString> m_known; ///< normalised label → definition line; empty for footnotes
};

} // namespace orangery
