// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/curlcommand.h"

#include "workersai/shellwords.h"

#include <QRegularExpression>

namespace orangery {

namespace {

/// Options whose value may hold anything, addresses too, and says nothing here.
const QStringList ignoredOptions{
    QStringLiteral("-d"),           QStringLiteral("--data"),
    QStringLiteral("--data-raw"),   QStringLiteral("--data-binary"),
    QStringLiteral("--json"),       QStringLiteral("-F"),
    QStringLiteral("--form"),       QStringLiteral("-X"),
    QStringLiteral("--request"),    QStringLiteral("-o"),
    QStringLiteral("--output"),     QStringLiteral("-x"),
    QStringLiteral("--proxy"),      QStringLiteral("-A"),
    QStringLiteral("--user-agent"),
};

bool isAddress(const QString& word)
{
    return word.contains(QLatin1String("://")) || word.contains(QLatin1String("cloudflare.com"));
}

void readHeader(const QString& header, CurlCommand& command)
{
    const QString name = header.section(u':', 0, 0).trimmed().toLower();
    const QString value = header.section(u':', 1).trimmed();
    if (name == u"authorization" && value.startsWith(u"bearer ", Qt::CaseInsensitive))
        command.token = value.mid(7);
    else if (name == u"x-auth-email" || name == u"x-auth-key")
        command.hasGlobalKey = true;
}

} // namespace

bool isCurl(const QString& text)
{
    static const QRegularExpression curl(QStringLiteral("^(?:[$#>%]\\s*)?curl(?:\\.exe)?\\s"),
                                         QRegularExpression::CaseInsensitiveOption);
    return curl.match(text).hasMatch();
}

CurlCommand readCurl(const QString& text)
{
    CurlCommand command;
    const QStringList words = shellWords(text);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString& word = words[i];
        if (word == u"-H" || word == u"--header")
            readHeader(words.value(++i), command);
        else if (word.startsWith(u"--header="))
            readHeader(word.mid(9), command);
        else if (word.startsWith(u"-H"))
            readHeader(word.mid(2), command);
        else if (word == u"--oauth2-bearer")
            command.token = words.value(++i);
        else if (word == u"--url")
            command.url = words.value(++i);
        else if (word.startsWith(u"--url="))
            command.url = word.mid(6);
        else if (ignoredOptions.contains(word))
            ++i;
        else if (!word.startsWith(u'-') && command.url.isEmpty() && isAddress(word))
            command.url = word;
    }
    return command;
}

} // namespace orangery
