// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inspectedtexts.h"

#include "net/curltext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringDecoder>

namespace orangery {

namespace {

constexpr qsizetype longestLine = 4000;

struct Shown
{
    Q_DECLARE_TR_FUNCTIONS(InspectedTexts)
};

QString withShortLines(const QString& text)
{
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString& line : lines) {
        const qsizetype left = line.size() - longestLine;
        if (left <= 0)
            continue;
        line.truncate(longestLine);
        line += Shown::tr(" … and %1 more characters").arg(QLocale().toString(left));
    }
    return lines.join(QLatin1Char('\n'));
}

/// Nothing: not text.
std::optional<QString> textOf(const QByteArray& body)
{
    if (body.contains('\0'))
        return std::nullopt;
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Default);
    const QString text = utf8(body); // a character that was cut in two stays in the decoder
    return utf8.hasError() ? std::nullopt : std::optional(text);
}

QString shownBody(const QByteArray& body, bool isCut, qint64 wholeBytes)
{
    const std::optional<QString> text = textOf(body);
    if (!text)
        return Shown::tr("[no text: %1 bytes]").arg(QLocale().toString(wholeBytes));
    QString shown = withShortLines(*text);
    if (isCut)
        shown +=
            QLatin1Char('\n') + Shown::tr("[the first %1 of %2 bytes]")
                                    .arg(QLocale().toString(body.size()), QLocale().toString(wholeBytes));
    return shown;
}

QString headLines(const HttpHeaders& headers)
{
    QString lines;
    for (const auto& [name, value] : headers)
        lines += QString::fromUtf8(name + ": " + value) + QLatin1Char('\n');
    return lines;
}

QString requestText(const HttpExchange& exchange)
{
    const HttpRequest& request = exchange.request;
    QString text = QString::fromLatin1(request.method) + QLatin1Char(' ') +
                   QString::fromLatin1(request.url.toEncoded(QUrl::FullyEncoded)) + QLatin1Char('\n');
    if (exchange.hasToken)
        text += QLatin1String("authorization: Bearer [redacted]\n");
    if (!request.contentType.isEmpty())
        text +=
            QLatin1String("content-type: ") + QString::fromLatin1(request.contentType) + QLatin1Char('\n');
    text += headLines(request.headers);
    if (exchange.requestBytes > 0)
        text += QLatin1Char('\n') + shownBody(request.body, exchange.isRequestCut(), exchange.requestBytes);
    return text;
}

QString replyText(const HttpExchange& exchange)
{
    if (!exchange.head)
        return {};
    QString text = (exchange.isHttp2 ? QLatin1String("HTTP/2 ") : QLatin1String("HTTP/1.1 ")) +
                   QString::number(exchange.head->status) + QLatin1Char('\n');
    text += headLines(exchange.head->headers);
    if (exchange.replyBytes > 0)
        text += QLatin1Char('\n') + shownBody(exchange.replyBody, exchange.isReplyCut(), exchange.replyBytes);
    return text;
}

} // namespace

InspectedTexts inspectedTexts(const HttpExchange& exchange)
{
    InspectedTexts texts;
    texts.request = requestText(exchange);
    texts.reply = replyText(exchange);
    texts.curl = curlText(exchange);
    if (!isBodyInCurl(exchange)) {
        texts.isCurlBodyLost = exchange.isRequestCut();
        texts.curlBody = texts.isCurlBodyLost ? QByteArray() : exchange.request.body;
    }
    texts.replyBody = exchange.replyBody;
    texts.isReplyBodyCut = exchange.isReplyCut();
    return texts;
}

} // namespace orangery
