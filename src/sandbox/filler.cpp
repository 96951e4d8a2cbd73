// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/filler.h"

#include "sandbox/tokens.h"

#include <QHash>

namespace orangery::sandbox {

namespace {

/// A small generator of its own, so that no library can change the answers.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_state(seed * 2654435761U + 1) {}
    const QString& pick(const QStringList& choices)
    {
        m_state = m_state * 1664525U + 1013904223U;
        return choices[static_cast<qsizetype>((m_state >> 16U) % static_cast<quint32>(choices.size()))];
    }

private:
    quint32 m_state;
};

bool isSpaceless(const Phrases& phrases)
{
    return !phrases.sentence.contains(u' ');
}

QString paragraph(const Phrases& phrases, Dice& dice)
{
    QStringList sentences;
    for (int i = 0; i < 4; ++i)
        sentences << phrases.sentence.arg(dice.pick(phrases.subjects), dice.pick(phrases.verbs),
                                          dice.pick(phrases.objects));
    return sentences.join(isSpaceless(phrases) ? QString() : QStringLiteral(" "));
}

QString section(const Phrases& phrases, int number, Dice& dice)
{
    QStringList blocks{phrases.section.arg(number), paragraph(phrases, dice), paragraph(phrases, dice)};
    if (number % 3 == 1)
        blocks << list(phrases);
    if (number % 3 == 2)
        blocks << table(phrases, {number, number * 2, number * 3});
    if (number % 3 == 0)
        blocks << QStringLiteral("```python\n") + codeSample(QStringLiteral("python")) +
                      QStringLiteral("```");
    return blocks.join(QStringLiteral("\n\n"));
}

/// Sections until `enough` holds for the text.
template <typename Measure>
QString sections(const Phrases& phrases, quint32 seed, int amount, Measure measure)
{
    Dice dice(seed);
    QStringList parts;
    qint64 have = 0;
    for (int number = 1; have < amount; ++number) {
        parts << section(phrases, number, dice) + QStringLiteral("\n\n");
        have += measure(parts.last());
    }
    return parts.join(QString());
}

/// Ends of the words, or of the characters that count as words.
qsizetype endOfWords(const QString& text, int words, bool spaceless, qint64& count)
{
    bool inWord = false;
    count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool counts = spaceless ? isCjk(text[i]) : !text[i].isSpace();
        const bool starts = counts && (spaceless || !inWord);
        if (starts && count == words)
            return i;
        count += starts ? 1 : 0;
        inWord = counts;
    }
    return text.size();
}

/// Closes a fence that the cut left open.
QString tidied(QString text)
{
    text = text.trimmed();
    if (text.count(QStringLiteral("```")) % 2 == 1)
        text += QStringLiteral("\n```");
    return text;
}

} // namespace

QString fillerOfWords(const Phrases& phrases, int words, quint32 seed)
{
    const bool spaceless = isSpaceless(phrases);
    qint64 count = 0;
    const QString text = sections(phrases, seed, words, [&](const QString& part) {
        endOfWords(part, words, spaceless, count);
        return count;
    });
    return tidied(text.left(endOfWords(text, words, spaceless, count)));
}

QString fillerOfTokens(const Phrases& phrases, int tokens, quint32 seed)
{
    const QString text =
        sections(phrases, seed, tokens, [](const QString& part) { return tokenCount(part); });
    return firstTokens(text, tokens);
}

QString codeOfLines(const QString& language, int lines)
{
    QString text = QStringLiteral("```") + language + u'\n';
    for (int line = 1; line <= lines; ++line)
        text += QStringLiteral("step_%1 = measure(%1) + %2\n").arg(line).arg(line % 7);
    return text + QStringLiteral("```");
}

QString codeSample(const QString& language)
{
    static const QHash<QString, QString> samples{
        {QStringLiteral("python"),
         QStringLiteral("def count(text):\n    # one by one\n    return sum(1 for _ in text)\n\n\n"
                        "print(count(\"orangery\"))\n")},
        {QStringLiteral("cpp"), QStringLiteral("#include <iostream>\n#include <string>\n\nint main()\n{\n"
                                               "    const std::string text = \"orangery\";\n"
                                               "    std::cout << text.size() << '\\n';\n}\n")},
        {QStringLiteral("javascript"),
         QStringLiteral("const text = 'orangery';\nconst half = text.length / 2;\n"
                        "if (half < 5 && half > 1) console.log(`<${half}>`);\n")},
        {QStringLiteral("sql"),
         QStringLiteral("SELECT name, COUNT(*) AS leaves\nFROM trees\nWHERE height > 2\n"
                        "GROUP BY name;\n")},
        {QStringLiteral("bash"), QStringLiteral("for tree in *.txt; do\n    wc -c < \"$tree\"\ndone\n")},
    };
    return samples.value(language, samples.value(QStringLiteral("python")));
}

QString table(const Phrases& phrases, const QList<int>& lengths)
{
    QString text = QStringLiteral("| ") + phrases.tableHead.join(QStringLiteral(" | ")) +
                   QStringLiteral(" |\n| --- | :-- | --: |");
    for (qsizetype row = 0; row < 3; ++row) {
        text += QStringLiteral("\n| %1 | %2 | %3 |")
                    .arg(phrases.tableRows[row * 2], phrases.tableRows[row * 2 + 1])
                    .arg(lengths.value(row));
    }
    return text;
}

QString list(const Phrases& phrases)
{
    QString text;
    for (const QString& item : phrases.items)
        text += QStringLiteral("- ") + item + u'\n';
    return text + QStringLiteral("\n1. ") + phrases.tasks[0] + QStringLiteral("\n2. ") + phrases.tasks[1];
}

} // namespace orangery::sandbox
