// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/exchangerecorder.h"

#include "core/clock.h"
#include "core/redact.h"
#include "net/httpclient.h"

#include <atomic>

namespace orangery {

namespace {

quint64 nextId()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

/// So that a token across the place where a body is cut is found, too.
constexpr qsizetype longestSecret = 4096;

/// Headers whose value lets somebody in: those of an AI Gateway or a proxy, cookies.
bool isSecret(const QByteArray& headerName)
{
    const QByteArray name = headerName.toLower();
    const bool isToken = name == "token" || name.endsWith("-token");
    return isToken || name.contains("authorization") || name.contains("cookie") || name.endsWith("-key") ||
           name.contains("secret") || name.contains("password");
}

QUrl withoutSecrets(const QUrl& url, const SecretString& token)
{
    return QUrl::fromEncoded(withoutSecret(url.toEncoded(QUrl::FullyEncoded | QUrl::RemoveUserInfo), token));
}

HttpHeaders withoutSecrets(HttpHeaders headers, const SecretString& token)
{
    for (auto& [name, value] : headers)
        value = isSecret(name) ? QByteArrayLiteral("[redacted]") : withoutSecret(value, token);
    return headers;
}

} // namespace

// Whoever drops a running exchange has stopped it.
ExchangeRecorder::~ExchangeRecorder()
{
    const Error stopped = Error::of(ErrorKind::Canceled);
    end(&stopped);
}

void ExchangeRecorder::begin(HttpClient& client, const HttpRequest& request)
{
    if (!client.isWatched())
        return;
    m_client = &client;
    m_token = request.bearerToken;
    m_startedAt = std::chrono::steady_clock::now();
    m_exchange.id = nextId();
    m_exchange.startedAt = QDateTime::currentDateTimeUtc();
    m_exchange.request = request;
    m_exchange.request.bearerToken = {};
    m_exchange.request.url = withoutSecrets(request.url, m_token);
    m_exchange.request.headers = withoutSecrets(request.headers, m_token);
    m_exchange.hasToken = !m_token.isEmpty();
    m_exchange.requestBytes = request.body.size();
    m_exchange.request.body =
        withoutSecret(request.body.left(HttpExchange::keptBytes + longestSecret), m_token)
            .left(HttpExchange::keptBytes);
    emit client.exchangeChanged(m_exchange);
}

void ExchangeRecorder::takeHead(const HttpHead& head, bool isHttp2)
{
    if (!m_client)
        return;
    m_exchange.head = head;
    m_exchange.isHttp2 = isHttp2;
}

void ExchangeRecorder::takeBytes(const QByteArray& bytes)
{
    if (!m_client || bytes.isEmpty())
        return;
    if (m_exchange.replyBytes == 0)
        m_exchange.firstByte = std::max(since(m_startedAt), std::chrono::milliseconds(1));
    m_exchange.replyBytes += bytes.size();
    if (const qsizetype room = HttpExchange::keptBytes + longestSecret - m_exchange.replyBody.size();
        room > 0)
        m_exchange.replyBody.append(bytes.left(room));
}

void ExchangeRecorder::end(const Error* error)
{
    HttpClient* client = std::exchange(m_client, nullptr);
    if (!client)
        return;
    m_exchange.duration = since(m_startedAt);
    m_exchange.hasEnded = true;
    if (error)
        m_exchange.error = *error;
    if (m_exchange.head)
        m_exchange.head->headers = withoutSecrets(m_exchange.head->headers, m_token);
    m_exchange.replyBody = withoutSecret(m_exchange.replyBody, m_token).left(HttpExchange::keptBytes);
    emit client->exchangeChanged(m_exchange);
}

} // namespace orangery
