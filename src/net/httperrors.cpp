// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httperrors.h"

#include "core/redact.h"

namespace orangery {

namespace {

using NetworkError = QNetworkReply::NetworkError;

bool isProxyError(NetworkError error)
{
    return error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError;
}

bool isRefusedRedirect(const QNetworkReply& reply, int status)
{
    switch (reply.error()) {
    case QNetworkReply::InsecureRedirectError:
    case QNetworkReply::TooManyRedirectsError:
        return true;
    default:
        return status >= 300 && status < 400 && reply.hasRawHeader("Location");
    }
}

/// “307: http://here.test/a -> https://there.test/b”, without what may be secret.
QString redirectText(const QNetworkReply& reply, int status)
{
    constexpr auto shown = QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment;
    const QUrl target = reply.url().resolved(QUrl::fromEncoded(reply.rawHeader("Location")));
    return QStringLiteral("%1: %2 -> %3")
        .arg(status)
        .arg(reply.url().toString(shown), target.toString(shown));
}

/// Errors that Qt makes of a status alone; the answer itself is whole.
bool isOnlyAboutStatus(NetworkError error)
{
    switch (error) {
    case QNetworkReply::NoError:
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
    case QNetworkReply::ProtocolInvalidOperationError: // 400
        return true;
    default:
        return false;
    }
}

ErrorKind kindBeforeAnswer(NetworkError error, bool isProxied)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return isProxied ? ErrorKind::ProxyFailed : ErrorKind::HostNotFound;
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: // UploadBody refused a repetition
        return ErrorKind::ConnectionLost;
    case QNetworkReply::TimeoutError:
        return ErrorKind::TimedOut;
    case QNetworkReply::SslHandshakeFailedError:
        return ErrorKind::TlsFailed;
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::Canceled;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::UnknownNetworkError: // no route, or what a proxy said
        return isProxied ? ErrorKind::ProxyFailed : ErrorKind::Offline;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
        return ErrorKind::Offline;
    default: // not HTTP, or not an answer
        return ErrorKind::InvalidAnswer;
    }
}

ErrorKind kindWithinAnswer(NetworkError error)
{
    switch (error) {
    case QNetworkReply::OperationCanceledError:
        return ErrorKind::Canceled;
    case QNetworkReply::ProtocolFailure:      // broken framing or compression
    case QNetworkReply::ProtocolUnknownError: // a redirect to nowhere
        return ErrorKind::InvalidAnswer;
    default:
        return ErrorKind::ConnectionLost;
    }
}

} // namespace

std::optional<HttpHead> headOf(const QNetworkReply& reply)
{
    const QVariant status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute);
    if (!status.isValid())
        return std::nullopt;
    HttpHead head;
    head.status = status.toInt();
    for (const auto& [name, value] : reply.rawHeaderPairs())
        head.headers.emplaceBack(name.toLower(), value);
    return head;
}

std::optional<Error> errorOf(const QNetworkReply& reply, bool isProxied, const SecretString& secret)
{
    const NetworkError error = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto as = [&](ErrorKind kind) {
        Error result = Error::of(kind, redacted(reply.errorString(), secret));
        result.httpStatus = status;
        return result;
    };

    if (isRefusedRedirect(reply, status)) {
        Error refused = as(ErrorKind::RedirectRefused);
        refused.detail = redirectText(reply, status);
        return refused;
    }
    if (isProxyError(error) && (status == 0 || error == QNetworkReply::ProxyAuthenticationRequiredError))
        return as(ErrorKind::ProxyFailed);
    if (status == 0)
        return as(kindBeforeAnswer(error, isProxied));
    if (isOnlyAboutStatus(error))
        return std::nullopt;
    return as(kindWithinAnswer(error));
}

bool isShorterThanAnnounced(const HttpHead& head, const QByteArray& method, qint64 received)
{
    const bool hasNoBody = method == "HEAD" || head.status == 204 || head.status == 304;
    if (hasNoBody || !head.header("content-encoding").isEmpty())
        return false;
    bool isNumber = false;
    const qint64 announced = head.header("content-length").toLongLong(&isNumber);
    return isNumber && received < announced;
}

} // namespace orangery
