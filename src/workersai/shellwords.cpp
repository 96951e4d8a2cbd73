// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/shellwords.h"

#include <optional>

namespace orangery {

namespace {

class Splitter
{
public:
    explicit Splitter(const QString& text) : m_text(text) {}

    QStringList split()
    {
        while (m_at < m_text.size())
            step();
        endWord();
        return m_words;
    }

private:
    QChar next() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : QChar(); }

    void step()
    {
        const QChar c = m_text[m_at];
        if (c == u'\'') {
            takeQuoted(u'\'', QString());
        } else if (c == u'"') {
            takeQuoted(u'"', QStringLiteral("\"\\$`\n"));
        } else if (c == u'$' && next() == u'\'') {
            ++m_at;
            takeQuoted(u'\'', QStringLiteral("'\\\""));
        } else if ((c == u'\\' || c == u'^') && next() == u'\n') {
            m_at += 2;
        } else if (c == u'\\' && !next().isNull()) {
            append(next());
            m_at += 2;
        } else if (c.isSpace()) {
            endWord();
            ++m_at;
        } else {
            append(c);
            ++m_at;
        }
    }

    /// `escapable`: what a backslash takes its meaning from, within these quotes.
    void takeQuoted(QChar quote, const QString& escapable)
    {
        if (!m_word)
            m_word = QString();
        for (++m_at; m_at < m_text.size() && m_text[m_at] != quote; ++m_at) {
            if (m_text[m_at] == u'\\' && !next().isNull() && escapable.contains(next())) {
                ++m_at;
                if (m_text[m_at] == u'\n')
                    continue;
            }
            append(m_text[m_at]);
        }
        ++m_at;
    }

    void append(QChar c)
    {
        if (!m_word)
            m_word = QString();
        m_word->append(c);
    }

    void endWord()
    {
        if (m_word)
            m_words.append(*m_word);
        m_word.reset();
    }

    QString m_text;
    qsizetype m_at = 0;
    std::optional<QString> m_word;
    QStringList m_words;
};

} // namespace

QStringList shellWords(const QString& command)
{
    QString text = command;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return Splitter(text).split();
}

} // namespace orangery
