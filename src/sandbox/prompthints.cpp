// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/prompthints.h"

#include "sandbox/tokens.h"

#include <QRegularExpression>
#include <algorithm>

namespace orangery::sandbox {

namespace {

bool hasWord(const QString& lower, const char16_t* pattern)
{
    static QHash<QString, QRegularExpression> compiled;
    const QString key = QString::fromUtf16(pattern);
    auto entry = compiled.find(key);
    if (entry == compiled.end())
        entry = compiled.insert(key, QRegularExpression(key, QRegularExpression::UseUnicodePropertiesOption));
    return lower.contains(*entry);
}

int amount(const QString& lower, const char16_t* pattern)
{
    const QRegularExpression expression(QString::fromUtf16(pattern),
                                        QRegularExpression::UseUnicodePropertiesOption);
    const QRegularExpressionMatch match = expression.match(lower);
    if (!match.hasMatch())
        return 0;
    QString digits = match.captured(1);
    digits.remove(QRegularExpression(QStringLiteral("[^0-9]")));
    // An answer of more than this would only be a test of patience.
    return static_cast<int>(std::min<qint64>(digits.left(9).toLongLong(), 100'000));
}

Language languageOf(const QString& prompt, const QString& lower)
{
    if (hasWord(lower, u"\\b(in|auf) english\\b|auf englisch"))
        return Language::English;
    if (hasWord(lower, u"\\b(in|auf) german\\b|auf deutsch"))
        return Language::German;
    if (hasWord(lower, u"\\bin (simplified |traditional )?chinese\\b|auf chinesisch|中文"))
        return Language::Chinese;
    const auto cjk = std::count_if(prompt.begin(), prompt.end(), [](QChar c) { return isCjk(c); });
    if (cjk * 4 > prompt.size())
        return Language::Chinese;
    if (hasWord(lower,
                u"[äöüß]|\\b(und|ich|nicht|bitte|eine?|der|die|das|ist|wie|schreibe?|warum|erkläre?)\\b"))
        return Language::German;
    return Language::English;
}

QString codeLanguageOf(const QString& lower)
{
    if (hasWord(lower, u"c\\+\\+|\\bcpp\\b"))
        return QStringLiteral("cpp");
    if (hasWord(lower, u"\\bpython\\b"))
        return QStringLiteral("python");
    if (hasWord(lower, u"\\bjavascript\\b|\\bjs\\b|\\bnode\\b"))
        return QStringLiteral("javascript");
    if (hasWord(lower, u"\\bsql\\b"))
        return QStringLiteral("sql");
    if (hasWord(lower, u"\\bbash\\b|\\bshell\\b"))
        return QStringLiteral("bash");
    return {};
}

} // namespace

PromptHints PromptHints::of(const QString& prompt)
{
    PromptHints hints;
    const QString trimmed = prompt.trimmed();
    if (trimmed.startsWith(u"echo:", Qt::CaseInsensitive)) {
        hints.echo = trimmed.mid(5).trimmed();
        return hints;
    }
    const QString lower = prompt.left(20'000).toLower();
    hints.language = languageOf(prompt.left(20'000), lower);
    hints.codeLanguage = codeLanguageOf(lower);
    hints.table = hasWord(lower, u"\\btables?\\b|tabelle|表格|表");
    hints.list = hasWord(lower, u"\\blists?\\b|\\bliste|\\bsteps?\\b|aufzähl|schritte|列表|清单|步骤");
    hints.code =
        !hints.codeLanguage.isEmpty() ||
        hasWord(lower, u"\\bcode\\b|\\bfunction\\b|\\bscript\\b|\\bprogram(m)?\\b|quelltext|代码|函数|程序");
    hints.words = amount(lower, u"(\\d[\\d.,]*)\\s*-?(words?\\b|wörter|wörtern|worte|字|词|个字|个词)");
    hints.tokens = amount(lower, u"(\\d[\\d.,]*)\\s*-?tokens?\\b");
    hints.codeLines = amount(lower, u"(\\d[\\d.,]*)\\s*-?(lines?\\b|zeilen|行)");
    const bool wantsLong =
        hasWord(lower, u"\\b(a|very|really) long\\b|\\blong (answer|text|story|essay)|\\bin "
                       u"detail\\b|ausführlich|lange[rn]? |长篇|详细");
    if (wantsLong && !hints.words && !hints.tokens && !hints.codeLines)
        hints.words = 600;
    return hints;
}

} // namespace orangery::sandbox
