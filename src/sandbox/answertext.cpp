// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answertext.h"

#include "sandbox/filler.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace orangery::sandbox {

namespace {

constexpr qsizetype quotedCharacters = 280;
constexpr qsizetype headingCharacters = 48;

quint32 seedOf(const Question& question)
{
    const QByteArray hash = QCryptographicHash::hash((question.model + u'\n' + question.prompt).toUtf8(),
                                                     QCryptographicHash::Sha1);
    quint32 seed = 0;
    for (int i = 0; i < 4; ++i)
        seed = seed << 8U | static_cast<quint8>(hash[i]);
    return seed;
}

/// A prefix that ends at a character, not inside one.
QString prefix(const QString& text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    if (text[length - 1].isHighSurrogate())
        --length;
    return text.left(length).trimmed() + u'…';
}

QString quoted(const QString& prompt, const Phrases& phrases)
{
    const QString text = prefix(prompt.trimmed(), quotedCharacters);
    if (text.isEmpty())
        return QStringLiteral("> ") + phrases.empty;
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line.prepend(u"> ");
    return lines.join(u'\n');
}

QString heading(const QString& prompt, const Phrases& phrases)
{
    const QString topic = prefix(prompt.simplified(), headingCharacters);
    return phrases.heading.arg(topic.isEmpty() ? phrases.empty : topic);
}

QString introduction(const Question& question, const Phrases& phrases)
{
    QStringList sentences{phrases.paragraph.arg(question.model).arg(question.prompt.size()),
                          phrases.turn.arg(question.turn)};
    if (question.systemLength > 0)
        sentences << phrases.system.arg(question.systemLength);
    if (!question.pictures.isEmpty())
        sentences
            << phrases.images.arg(question.pictures.size()).arg(question.pictures.join(QStringLiteral(", ")));
    return sentences.join(u' ');
}

} // namespace

QString answerText(const Question& question)
{
    const PromptHints hints = PromptHints::of(question.prompt);
    const Phrases& phrases = Phrases::in(hints.language);
    if (!hints.echo.isEmpty())
        return phrases.label + QStringLiteral("\n\n") + hints.echo;

    QStringList blocks{phrases.label};
    if (!question.toolResults.isEmpty()) {
        blocks << phrases.toolLead;
        for (const QString& result : question.toolResults)
            blocks << quoted(result, phrases);
        return blocks.join(QStringLiteral("\n\n"));
    }
    if (hints.words || hints.tokens) {
        blocks << (hints.words ? fillerOfWords(phrases, hints.words, seedOf(question))
                               : fillerOfTokens(phrases, hints.tokens, seedOf(question)));
        return blocks.join(QStringLiteral("\n\n"));
    }
    // Who asks for nothing in particular gets some of everything.
    const bool everything = !hints.table && !hints.list && !hints.code && !hints.codeLines;
    blocks << heading(question.prompt, phrases) << phrases.asked << quoted(question.prompt, phrases)
           << introduction(question, phrases);
    if (hints.list || everything)
        blocks << phrases.listLead << list(phrases);
    if (hints.table || everything)
        blocks << phrases.tableLead
               << table(phrases, {static_cast<int>(question.prompt.size()), 3, question.turn});
    const QString language = hints.codeLanguage.isEmpty() ? QStringLiteral("python") : hints.codeLanguage;
    if (hints.codeLines)
        blocks << phrases.codeLead << codeOfLines(language, hints.codeLines);
    else if (hints.code || everything)
        blocks << phrases.codeLead
               << QStringLiteral("```") + language + u'\n' + codeSample(language) + QStringLiteral("```");
    blocks << phrases.closing;
    return blocks.join(QStringLiteral("\n\n"));
}

QString reasoningText(const Question& question)
{
    const Phrases& phrases = Phrases::in(PromptHints::of(question.prompt).language);
    QStringList thoughts{phrases.reasoning.arg(question.prompt.size())};
    if (question.effort < 2)
        return thoughts.first().left(thoughts.first().indexOf(QRegularExpression(QStringLiteral("[.。]"))) +
                                     1);
    for (int more = 2; more < question.effort; ++more)
        thoughts << phrases.moreReasoning;
    return thoughts.join(u' ');
}

} // namespace orangery::sandbox
