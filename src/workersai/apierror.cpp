// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/apierror.h"

#include "core/errortable.h"
#include "core/redact.h"
#include "net/httpdate.h"
#include "workersai/errorbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace orangery {

namespace {

constexpr qsizetype maxDetail = 16 * 1024;
constexpr qint64 longestRetryAfter = 7LL * 24 * 3600;

/// What a status means when no code says more (API.md §19, last paragraphs).
ErrorKind kindOfStatus(int status, const ErrorBody& body)
{
    switch (status) {
    case 401:
        return ErrorKind::TokenRefused;
    case 403:
        return body.isHtml ? ErrorKind::NotWorkersAi : ErrorKind::PermissionMissing;
    case 404:
    case 405:
        // the service itself explains what it cannot route; anything else at this address is another server
        return body.isEnvelope ? ErrorKind::WrongAddress : ErrorKind::NotWorkersAi;
    case 407:
        return ErrorKind::ProxyFailed;
    case 408:
        return ErrorKind::TimedOut;
    case 409:
        return ErrorKind::Busy;
    case 413:
    case 414:
        return ErrorKind::TooLarge;
    case 429:
        return ErrorKind::RateLimited;
    default:
        break;
    }
    if (status >= 500)
        return ErrorKind::ServiceFailed;
    if (status >= 400)
        return body.isHtml ? ErrorKind::NotWorkersAi : ErrorKind::BadRequest;
    if (status >= 200 && status < 300)
        return body.isHtml ? ErrorKind::NotWorkersAi : ErrorKind::ServiceFailed;
    return ErrorKind::NotWorkersAi; // a redirect that names no target, or no HTTP status at all
}

std::optional<std::chrono::seconds> retryAfter(const HttpHead& head)
{
    const QByteArray header = head.header("retry-after").trimmed();
    if (header.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    qint64 seconds = header.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = httpDate(header);
        if (!until.isValid())
            return std::nullopt;
        seconds = serverTime(head).secsTo(until); // our own clock may be a day off
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, longestRetryAfter));
}

Error describe(ErrorKind kind, const ErrorBody& body, int status, const SecretString& secret)
{
    Error error = Error::of(kind, errorDetail(body.text(), secret));
    error.httpStatus = status;
    if (const auto code = body.knownCode())
        error.code = *code;
    else if (!body.codes.isEmpty() && body.codes.first() != status)
        error.code = body.codes.first();
    return error;
}

Error errorFrom(const ErrorBody& body, int status, const SecretString& secret)
{
    const std::optional<int> code = body.knownCode();
    ErrorKind kind = code ? *kindOfCode(*code) : kindOfStatus(status, body);
    const bool isVague = !code || kind == ErrorKind::BadRequest;
    if (isVague && body.saysSchemaNotMet())
        kind = ErrorKind::SchemaNotMet;
    return describe(kind, body, status, secret);
}

} // namespace

QString errorDetail(const QString& text, const SecretString& secret)
{
    // Redacted before the last cut, so that no half of a secret stays at its edge.
    QString detail = redacted(text.left(16 * maxDetail), secret);
    if (detail.size() > maxDetail) {
        const bool isInsidePair = detail.at(maxDetail - 2).isHighSurrogate();
        detail = detail.left(maxDetail - (isInsidePair ? 2 : 1)) + QChar(0x2026);
    }
    return detail;
}

std::optional<Error> errorIn(const HttpReply& reply, const SecretString& secret)
{
    const int status = reply.head.status;
    const QByteArray mediaType = reply.head.mediaType();
    const bool isSuccess = status >= 200 && status < 300;
    if (isSuccess && (mediaType.startsWith("image/") || mediaType.startsWith("audio/")))
        return std::nullopt; // megabytes that are no text
    const ErrorBody body = readErrorBody(reply.body, mediaType);
    if (isSuccess && !body.saysFailure && !body.isHtml)
        return std::nullopt;
    Error error = isSuccess && body.isHtml ? describe(ErrorKind::NotWorkersAi, body, status, secret)
                                           : errorFrom(body, status, secret);
    error.retryAfter = retryAfter(reply.head);
    return error;
}

std::optional<Error> errorInEvent(const QByteArray& json, const SecretString& secret)
{
    return errorInEvent(QJsonDocument::fromJson(json).object(), secret);
}

std::optional<Error> errorInEvent(const QJsonObject& event, const SecretString& secret)
{
    // the cheap look first: this runs for every event of every stream
    const QJsonValue error = event.value(u"error");
    const bool hasError = error.isObject() || !error.toString().isEmpty();
    const bool hasErrors = !event.value(u"errors").toArray().isEmpty();
    if (!hasError && !hasErrors && event.value(u"success") != QJsonValue(false))
        return std::nullopt;
    const ErrorBody body = readErrorValue(event);
    // without a code of the service's own, a number there is the HTTP status that it could no longer send
    const auto status = std::ranges::find_if(body.codes, [](int code) { return code >= 400 && code < 600; });
    return errorFrom(body, status == body.codes.end() ? 200 : *status, secret);
}

Error invalidAnswer(const HttpReply& reply, const SecretString& secret)
{
    Error error = Error::of(ErrorKind::InvalidAnswer,
                            errorDetail(QString::fromUtf8(reply.body.left(16 * maxDetail)), secret));
    error.httpStatus = reply.head.status;
    return error;
}

} // namespace orangery
