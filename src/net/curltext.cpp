// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curltext.h"

#include <QStringDecoder>
#include <algorithm>

namespace orangery {

namespace {

/// Linux takes 128 KiB for one argument; a quoted quote needs four bytes.
constexpr qsizetype longestArgument = 30 * 1024;

QString quoted(QString text)
{
    text.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + text + QLatin1Char('\'');
}

QString headerOption(const QByteArray& name, const QByteArray& value)
{
    return QLatin1String("-H ") + quoted(QString::fromUtf8(name + ": " + value));
}

} // namespace

bool isBodyInCurl(const HttpExchange& exchange)
{
    const QByteArray& body = exchange.request.body;
    const auto isControl = [](char c) { return (c >= 0 && c < 0x20 && c != '\n') || c == 0x7f; };
    if (exchange.isRequestCut() || body.size() > longestArgument || std::ranges::any_of(body, isControl))
        return false; // a terminal into which it is pasted acts on them
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(body);
    return !utf8.hasError() && !text.contains(QChar::ReplacementCharacter);
}

QString curlText(const HttpExchange& exchange)
{
    const HttpRequest& request = exchange.request;
    QStringList options{QLatin1String("curl -sS -N ") +
                        quoted(QString::fromLatin1(request.url.toEncoded(QUrl::FullyEncoded)))};
    if (request.method != (request.body.isEmpty() ? "GET" : "POST"))
        options += QLatin1String("-X ") + QString::fromLatin1(request.method);
    if (exchange.hasToken)
        options += QStringLiteral("-H \"Authorization: Bearer $CLOUDFLARE_API_TOKEN\"");
    if (!request.contentType.isEmpty())
        options += headerOption("Content-Type", request.contentType);
    for (const auto& [name, value] : request.headers)
        options += headerOption(name, value);
    if (isBodyInCurl(exchange) && !request.body.isEmpty())
        options += QLatin1String("--data-raw ") + quoted(QString::fromUtf8(request.body));
    else if (!request.body.isEmpty())
        options += QLatin1String("--data-binary @") + QLatin1String(curlBodyFile);
    return options.join(QLatin1String(" \\\n  ")) + QLatin1Char('\n');
}

} // namespace orangery
