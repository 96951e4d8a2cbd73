// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httperrors.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

/// A reply in a state that the test chose.
class FixedReply : public QNetworkReply
{
public:
    FixedReply(NetworkError error, int status, const QByteArray& location = {},
               const QString& text = QStringLiteral("text"))
    {
        setError(error, text);
        if (status)
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, status);
        if (!location.isEmpty())
            setRawHeader("Location", location);
        setFinished(true);
    }

    void abort() override {}

protected:
    qint64 readData(char*, qint64) override { return -1; }
};

std::optional<ErrorKind> kindOf(QNetworkReply::NetworkError error, int status,
                                const QByteArray& location = {}, bool isProxied = false)
{
    const std::optional<Error> found = errorOf(FixedReply(error, status, location), isProxied, {});
    return found ? std::optional(found->kind) : std::nullopt;
}

TEST(HttpErrors, WithoutAnAnswer)
{
    struct
    {
        QNetworkReply::NetworkError error;
        ErrorKind kind;
    } const rows[] = {
        {QNetworkReply::ConnectionRefusedError, ErrorKind::Offline},
        {QNetworkReply::TemporaryNetworkFailureError, ErrorKind::Offline},
        {QNetworkReply::UnknownNetworkError, ErrorKind::Offline},
        {QNetworkReply::HostNotFoundError, ErrorKind::HostNotFound},
        {QNetworkReply::RemoteHostClosedError, ErrorKind::ConnectionLost},
        {QNetworkReply::TimeoutError, ErrorKind::TimedOut},
        {QNetworkReply::SslHandshakeFailedError, ErrorKind::TlsFailed},
        {QNetworkReply::ProxyConnectionRefusedError, ErrorKind::ProxyFailed},
        {QNetworkReply::ProxyConnectionClosedError, ErrorKind::ProxyFailed},
        {QNetworkReply::ProxyNotFoundError, ErrorKind::ProxyFailed},
        {QNetworkReply::ProxyTimeoutError, ErrorKind::ProxyFailed},
        {QNetworkReply::ProxyAuthenticationRequiredError, ErrorKind::ProxyFailed},
        {QNetworkReply::UnknownProxyError, ErrorKind::ProxyFailed},
        {QNetworkReply::InsecureRedirectError, ErrorKind::RedirectRefused},
        {QNetworkReply::TooManyRedirectsError, ErrorKind::RedirectRefused},
        {QNetworkReply::OperationCanceledError, ErrorKind::Canceled},
        {QNetworkReply::ProtocolFailure, ErrorKind::InvalidAnswer},
        {QNetworkReply::NoError, ErrorKind::InvalidAnswer},
    };
    for (const auto& row : rows)
        EXPECT_EQ(kindOf(row.error, 0), row.kind) << row.error;
}

TEST(HttpErrors, BehindAProxyRefusalsAreTheProxys)
{
    EXPECT_EQ(kindOf(QNetworkReply::ConnectionRefusedError, 0, {}, true), ErrorKind::ProxyFailed);
    EXPECT_EQ(kindOf(QNetworkReply::UnknownNetworkError, 0, {}, true), ErrorKind::ProxyFailed);
    EXPECT_EQ(kindOf(QNetworkReply::HostNotFoundError, 0, {}, true), ErrorKind::ProxyFailed);
    EXPECT_EQ(kindOf(QNetworkReply::RemoteHostClosedError, 0, {}, true), ErrorKind::ConnectionLost);
    EXPECT_EQ(kindOf(QNetworkReply::ContentNotFoundError, 404, {}, true), std::nullopt);
}

TEST(HttpErrors, AnyStatusIsAnAnswerWhateverQtThinks)
{
    struct
    {
        QNetworkReply::NetworkError error;
        int status;
    } const rows[] = {
        {QNetworkReply::NoError, 200},
        {QNetworkReply::ProtocolInvalidOperationError, 400},
        {QNetworkReply::AuthenticationRequiredError, 401},
        {QNetworkReply::ContentAccessDenied, 403},
        {QNetworkReply::ContentNotFoundError, 404},
        {QNetworkReply::ContentOperationNotPermittedError, 405},
        {QNetworkReply::ContentConflictError, 409},
        {QNetworkReply::ContentGoneError, 410},
        {QNetworkReply::UnknownContentError, 429},
        {QNetworkReply::InternalServerError, 500},
        {QNetworkReply::OperationNotImplementedError, 501},
        {QNetworkReply::UnknownServerError, 502},
        {QNetworkReply::ServiceUnavailableError, 503},
    };
    for (const auto& row : rows)
        EXPECT_EQ(kindOf(row.error, row.status), std::nullopt) << row.status;
}

TEST(HttpErrors, ABrokenAnswerIsNone)
{
    EXPECT_EQ(kindOf(QNetworkReply::RemoteHostClosedError, 200), ErrorKind::ConnectionLost);
    EXPECT_EQ(kindOf(QNetworkReply::UnknownNetworkError, 200), ErrorKind::ConnectionLost);
    EXPECT_EQ(kindOf(QNetworkReply::ProxyConnectionClosedError, 200), ErrorKind::ConnectionLost);
    EXPECT_EQ(kindOf(QNetworkReply::ProtocolFailure, 200), ErrorKind::InvalidAnswer);
    EXPECT_EQ(kindOf(QNetworkReply::ProxyAuthenticationRequiredError, 407), ErrorKind::ProxyFailed);
    EXPECT_EQ(kindOf(QNetworkReply::NoError, 302, "https://elsewhere.test/"), ErrorKind::RedirectRefused);
    EXPECT_EQ(kindOf(QNetworkReply::NoError, 304), std::nullopt);
}

TEST(HttpErrors, TheDetailHoldsNoSecret)
{
    const SecretString token("s3cr3t-t0k3n");
    const FixedReply reply(QNetworkReply::UnknownNetworkError, 0, {},
                           QStringLiteral("failed at s3cr3t-t0k3n"));
    const std::optional<Error> error = errorOf(reply, false, token);
    ASSERT_TRUE(error);
    EXPECT_TRUE(error->detail.contains(QStringLiteral("failed at")));
    EXPECT_FALSE(error->detail.contains(QStringLiteral("s3cr3t")));
}

TEST(HttpErrors, ShortBodies)
{
    const auto head = [](int status, HttpHeaders headers) { return HttpHead{status, std::move(headers)}; };
    const HttpHeaders ten = {{"content-length", "10"}};
    EXPECT_TRUE(isShorterThanAnnounced(head(200, ten), "GET", 9));
    EXPECT_FALSE(isShorterThanAnnounced(head(200, ten), "GET", 10));
    EXPECT_FALSE(isShorterThanAnnounced(head(200, ten), "HEAD", 0));
    EXPECT_FALSE(isShorterThanAnnounced(head(304, ten), "GET", 0));
    EXPECT_FALSE(isShorterThanAnnounced(head(200, {}), "GET", 0));
    EXPECT_FALSE(isShorterThanAnnounced(head(200, {{"content-length", "many"}}), "GET", 0));
    EXPECT_FALSE(isShorterThanAnnounced(head(200, {{"content-length", "10"}, {"content-encoding", "gzip"}}),
                                        "GET", 4));
}

} // namespace
} // namespace orangery
