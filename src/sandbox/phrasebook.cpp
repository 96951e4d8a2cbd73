// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/phrasebook.h"

#include "sandbox/sentences.h"

#include <QFile>

namespace orangery::sandbox {

namespace {

bool isEnd(QChar c)
{
    return c.isSpace() || QStringLiteral(".!?…。！？؟।").contains(c);
}

QString withoutEnd(QString text)
{
    while (!text.isEmpty() && isEnd(text.back()))
        text.chop(1);
    return text;
}

/// What two spellings of one sentence have in common.
QString normalized(const QString& text)
{
    QString plain = withoutEnd(text.simplified().toCaseFolded());
    plain.replace(u'’', u'\'');
    plain.remove(u'¿');
    plain.remove(u'¡');
    return plain;
}

bool isWordCharacter(QChar c)
{
    return c.isLetter() || c.isMark() || c == u'\'';
}

} // namespace

const Phrasebook& Phrasebook::shared()
{
    static const Phrasebook book;
    return book;
}

Phrasebook::Phrasebook()
{
    QFile file(QStringLiteral(":/sandbox/phrasebook.tsv"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QStringList lines = opened ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    QList<QStringList>* rows = &m_sentences;
    for (const QString& line : lines) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line == u"---")
            rows = &m_words;
        else if (m_languages.isEmpty())
            m_languages = line.split(u'\t');
        else
            rows->append(line.split(u'\t'));
    }
    const auto index = [&](const QList<QStringList>& table) {
        QList<Meanings> result(m_languages.size());
        for (qsizetype row = table.size() - 1; row >= 0; --row) { // the first of two meanings wins
            for (qsizetype column = 0; column < table[row].size(); ++column)
                result[column][normalized(table[row][column])] = row;
        }
        return result;
    };
    m_sentenceRows = index(m_sentences);
    m_wordRows = index(m_words);
}

QString Phrasebook::sentence(const QString& text, qsizetype from, qsizetype to) const
{
    const qsizetype row = m_sentenceRows[from].value(normalized(text), -1);
    if (row < 0)
        return {};
    const QString& known = m_sentences[row][to];
    const QString bare = withoutEnd(text);
    const bool isOpen = bare.size() == text.trimmed().size(); // no full stop was sent, so none comes back
    return isOpen ? withoutEnd(known) : known;
}

QString Phrasebook::wordByWord(const QString& text, qsizetype from, qsizetype to) const
{
    QString result;
    int known = 0;
    int all = 0;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at;
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
        if (end == at) {
            result += text[at++];
            continue;
        }
        const QString word = text.mid(at, end - at);
        const qsizetype row = m_wordRows[from].value(normalized(word), -1);
        const bool isKnown = row >= 0 && to < m_words[row].size();
        QString meaning = isKnown ? m_words[row][to] : word;
        if (isKnown && result.isEmpty())
            meaning.front() = meaning.front().toUpper();
        result += meaning;
        known += isKnown ? 1 : 0;
        ++all;
        at = end;
    }
    return all > 0 && known * 2 >= all ? result : QString();
}

QString Phrasebook::translated(const QString& text, const QString& from, const QString& to) const
{
    if (from == to)
        return text;
    const QString mark = QStringLiteral("[%1→%2] ").arg(from, to);
    const qsizetype source = m_languages.indexOf(from);
    const qsizetype target = m_languages.indexOf(to);
    if (source < 0 || target < 0)
        return mark + text;
    if (const QString whole = sentence(text, source, target); !whole.isEmpty())
        return whole;
    QString result;
    for (const QString& part : sentencesOf(text)) {
        const QString bare = part.trimmed();
        QString meaning = sentence(bare, source, target);
        if (meaning.isEmpty())
            meaning = wordByWord(bare, source, target);
        if (meaning.isEmpty() && !bare.isEmpty())
            meaning = mark + bare;
        const qsizetype start = part.indexOf(bare);
        result += part.left(start) + meaning + part.mid(start + bare.size());
    }
    return result;
}

} // namespace orangery::sandbox
