// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replywatch.h"

#include "net/httpclient.h"
#include "net/httperrors.h"
#include "net/tlserrors.h"
#include "net/uploadbody.h"

#include <QNetworkReply>
#include <utility>

namespace orangery {

namespace {

using std::chrono::milliseconds;

/// Qt 6.4 loses requests that it takes while the other end closes a connection over HTTP/2: it neither sends
/// nor ends them, and signals nothing at all. Seen for those that were waiting at that moment, and about once
/// in a thousand such ends without any.
constexpr milliseconds lostAfter{1000};
constexpr int mostAttempts = 16;
constexpr qint64 largestPiece = 64 * 1024;

const UploadBody* bodyOf(const QNetworkReply& reply)
{
    return reply.findChild<UploadBody*>(QString(), Qt::FindDirectChildrenOnly);
}

bool isRedirect(const HttpHead& head)
{
    return head.status >= 300 && head.status < 400;
}

} // namespace

ReplyWatch::ReplyWatch(HttpRequest request, Mode mode) : m_request(std::move(request)), m_mode(mode)
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this,
            [this] { giveUp(ErrorKind::TimedOut, tr("No data for %1 ms.").arg(m_silence.interval())); });
    m_lost.setSingleShot(true);
    connect(&m_lost, &QTimer::timeout, this, &ReplyWatch::resendIfLost);
}

ReplyWatch::~ReplyWatch()
{
    releaseReply();
}

void ReplyWatch::begin(HttpClient& client)
{
    m_recorder.begin(client, m_request);
    m_client = &client;
    m_ceiling = client.timeoutCeiling();
    wait(m_request.firstByteTimeout);
    // whoever takes the client away while the way is looked for would otherwise leave this waiting
    connect(&client, &QObject::destroyed, this, &ReplyWatch::takeLoss, Qt::QueuedConnection);
    findWay(); // the last act: a refusal ends at once, and a slot may destroy this object then
}

void ReplyWatch::findWay()
{
    m_client->findWay(m_request.url, this, [this] {
        if (!m_client || m_isEnded)
            return;
        if (m_attempts == 0)
            wait(m_request.firstByteTimeout);
        send();
    });
}

void ReplyWatch::send()
{
    Result<QNetworkReply*> sent = m_client->send(m_request, m_mode == Mode::Stream);
    if (!sent) {
        end(sent.error());
        return;
    }
    m_reply = *sent;
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] { m_lost.stop(); });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] { m_lost.stop(); });
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::uploadProgress, this, &ReplyWatch::takeUpload);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &ReplyWatch::takeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &ReplyWatch::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &ReplyWatch::takeEnd);
    // A manager that is destroyed drops its replies without finished(). Queued, so that nobody is called from
    // within a destructor.
    connect(m_reply, &QObject::destroyed, this, &ReplyWatch::takeLoss, Qt::QueuedConnection);
    if (m_request.url.scheme() == QLatin1String("https"))
        m_lost.start(lostAfter * (1 << std::min(m_attempts, 4))); // it may only be waiting for its turn
    ++m_attempts;
}

void ReplyWatch::resend()
{
    m_reply->disconnect(m_client); // an attempt that nobody saw is no news
    releaseReply();
    findWay();
}

void ReplyWatch::resendIfLost()
{
    if (!m_client || !m_reply)
        return;
    const UploadBody* body = bodyOf(*m_reply);
    if (!body || body->isUntouched())
        resend();
}

void ReplyWatch::takeUpload()
{
    m_lost.stop();
    if (m_reply && !m_head && m_received == 0)
        wait(m_request.firstByteTimeout);
}

/// False when this object is gone or has ended.
bool ReplyWatch::takeHead()
{
    if (!m_reply || m_head)
        return m_reply;
    std::optional<HttpHead> head = headOf(*m_reply);
    // A redirect is followed, or refused at the end; both without its head.
    if (!head || (isRedirect(*head) && m_reply->hasRawHeader("Location")))
        return true;
    m_head = std::move(head);
    m_recorder.takeHead(*m_head, m_reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool());
    if (m_request.method != "HEAD" &&
        m_head->header("content-length").toLongLong() > m_request.maxBodyBytes) {
        giveUp(ErrorKind::InvalidAnswer,
               tr("The answer is larger than %1 bytes.").arg(m_request.maxBodyBytes));
        return false;
    }
    const QPointer<ReplyWatch> self(this);
    emit headReceived(*m_head);
    return self && !m_isEnded;
}

bool ReplyWatch::takeBytes()
{
    if (!takeHead() || !m_head)
        return false;
    const qint64 available = m_reply->bytesAvailable();
    if (available == 0)
        return true;
    wait(m_request.idleTimeout);
    if (m_received + available > m_request.maxBodyBytes) {
        giveUp(ErrorKind::InvalidAnswer,
               tr("The answer is larger than %1 bytes.").arg(m_request.maxBodyBytes));
        return false;
    }
    if (m_mode == Mode::Stream)
        return handOn();
    const QByteArray bytes = m_reply->read(available);
    m_received += bytes.size();
    m_recorder.takeBytes(bytes);
    m_body.append(bytes);
    return true;
}

/// In pieces, so that what piled up while this thread was busy is not there three times: in the reply, here,
/// and in what becomes of it. False when this object is gone or has ended.
bool ReplyWatch::handOn()
{
    const QPointer<ReplyWatch> self(this);
    while (m_reply && m_reply->bytesAvailable() > 0) {
        const QByteArray bytes = m_reply->read(largestPiece);
        if (bytes.isEmpty())
            break;
        m_received += bytes.size();
        m_recorder.takeBytes(bytes);
        emit bytesReceived(bytes);
        if (!self || m_isEnded)
            return false;
    }
    return true;
}

/// A server that ends a connection over HTTP/2 says which requests it has not looked at and never will
/// (GOAWAY, RFC 9113, section 6.8). Qt has the same error for a body that it may not send twice over
/// HTTP/1.1.
bool ReplyWatch::isUnseen() const
{
    const UploadBody* body = bodyOf(*m_reply);
    return !m_head && m_reply->error() == QNetworkReply::ContentReSendError &&
           !(body && body->wasRepetitionRefused());
}

/// Of the request that is being watched; where its reply was lost with the client, nobody can tell any more.
bool ReplyWatch::hasLeft() const
{
    if (!m_reply)
        return m_attempts > 0;
    const UploadBody* body = bodyOf(*m_reply);
    return body && !body->isUntouched() && !isUnseen();
}

void ReplyWatch::takeEnd()
{
    if (!m_reply)
        return;
    if (m_client && isUnseen() && m_attempts < mostAttempts)
        return resend();
    std::optional<Error> error =
        errorOf(*m_reply, m_client && m_client->isProxied(m_request.url), m_request.bearerToken);
    if (error && error->kind == ErrorKind::TlsFailed)
        explain(*error, m_tlsErrors, m_reply->url().host());
    const bool hasBody = m_head || !error;
    if (hasBody && !takeBytes())
        return;
    if (!error && isShorterThanAnnounced(*m_head, m_request.method, m_received)) {
        error = Error::of(ErrorKind::ConnectionLost,
                          tr("%1 of %2 bytes arrived.")
                              .arg(m_received)
                              .arg(QString::fromLatin1(m_head->header("content-length"))));
        error->httpStatus = m_head->status;
    }
    if (error)
        end(*std::move(error));
    else
        end(HttpReply{*m_head, std::move(m_body)});
}

void ReplyWatch::takeLoss()
{
    if (!m_isEnded)
        end(Error::of(ErrorKind::Canceled, tr("The network access was closed.")));
}

void ReplyWatch::giveUp(ErrorKind kind, const QString& detail)
{
    Error error = Error::of(kind, detail);
    if (m_head)
        error.httpStatus = m_head->status;
    end(std::move(error));
}

void ReplyWatch::end(const Result<HttpReply>& result)
{
    if (std::exchange(m_isEnded, true))
        return;
    m_silence.stop();
    m_lost.stop();
    // a status without a head is an answer, too: a redirect, or what a proxy said
    m_mayHaveArrived = !result && hasLeft() && (m_head || result.error().httpStatus == 0);
    releaseReply();
    m_recorder.end(result ? nullptr : &result.error());
    emit ended(result); // the last act: a slot may destroy this object
}

void ReplyWatch::wait(milliseconds limit)
{
    if (m_ceiling > milliseconds(0))
        limit = std::min(limit, m_ceiling);
    m_silence.start(limit);
}

void ReplyWatch::releaseReply()
{
    if (!m_reply)
        return;
    QNetworkReply* reply = std::exchange(m_reply, nullptr);
    disconnect(reply, nullptr, this, nullptr);
    reply->abort();
    reply->deleteLater();
}

} // namespace orangery
