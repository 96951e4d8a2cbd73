// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace orangery::sandbox {

/// The sandbox's dictionary: a few whole sentences in many languages, some words in fewer. Constant after
/// construction.
class Phrasebook
{
public:
    static const Phrasebook& shared();

    /// `text` from one ISO 639-1 code into another: known sentences as people say them, others word by word
    /// when at least half of their words are known, and what remains as "[en→de] text".
    QString translated(const QString& text, const QString& from, const QString& to) const;

private:
    using Meanings = QHash<QString, qsizetype>; ///< row, by the normalized text of one language

    /// Reads `:/sandbox/phrasebook.tsv`.
    Phrasebook();
    QString sentence(const QString& text, qsizetype from, qsizetype to) const;
    QString wordByWord(const QString& text, qsizetype from, qsizetype to) const;

    QStringList m_languages;
    QList<QStringList> m_sentences;
    QList<QStringList> m_words;
    QList<Meanings> m_sentenceRows; ///< one a language
    QList<Meanings> m_wordRows;
};

} // namespace orangery::sandbox
