// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/exchangerecorder.h"

#include <QObject>
#include <QPointer>
#include <QSslError>
#include <QTimer>
#include <chrono>
#include <optional>

class QNetworkReply;

namespace orangery {

class HttpClient;

/// Follows one request from sending to its single end: what HttpJob and StreamJob share. Holds the reply,
/// runs the timers for the first byte and for silence, counts the body against its limit.
///
/// A request that the other end has not looked at, because the connection over HTTP/2 ended, is sent anew.
///
/// The first-byte timer runs until the first byte of the body (a head alone is no answer yet) and starts anew
/// with each piece of the request that leaves. Destroying a ReplyWatch stops the request silently; that is
/// allowed from within any of its signals.
class ReplyWatch : public QObject
{
    Q_OBJECT

public:
    enum class Mode {
        Collect, ///< the body is in the result
        Stream   ///< the body is handed on by bytesReceived()
    };

    ReplyWatch(HttpRequest request, Mode mode);
    ~ReplyWatch() override;

    /// Sends. May end at once. When `client` is destroyed later, the request ends with ErrorKind::Canceled.
    void begin(HttpClient& client);

    /// Of a request with a body that has ended without an answer: some of it may have reached the other end,
    /// and been worked on. False: not a byte of it has left, or the other end said that it has not looked.
    bool mayHaveArrived() const { return m_mayHaveArrived; }
    /// Of the answer, also of one that broke off later; nothing: none came.
    const std::optional<HttpHead>& head() const { return m_head; }

signals:
    /// Once, before any bytes; never for a redirect.
    void headReceived(const orangery::HttpHead& head);
    /// Only in Mode::Stream. Never empty.
    void bytesReceived(const QByteArray& bytes);
    /// Once; nothing follows.
    void ended(const orangery::Result<orangery::HttpReply>& result);

private:
    void findWay();
    void send();
    void resend();
    void resendIfLost();
    bool isUnseen() const;
    bool hasLeft() const;
    void takeUpload();
    bool takeHead();
    bool takeBytes();
    bool handOn();
    void takeEnd();
    void takeLoss();
    void giveUp(ErrorKind kind, const QString& detail);
    void end(const Result<HttpReply>& result);
    void wait(std::chrono::milliseconds limit);
    /// Never calls back: signals of the reply no longer reach this object.
    void releaseReply();

    HttpRequest m_request;
    Mode m_mode;
    QPointer<HttpClient> m_client;
    QPointer<QNetworkReply> m_reply; ///< the client's manager may delete it, too
    QTimer m_silence;
    QTimer m_lost;
    QList<QSslError> m_tlsErrors;
    int m_attempts = 0;
    std::chrono::milliseconds m_ceiling{0};
    std::optional<HttpHead> m_head;
    QByteArray m_body;
    ExchangeRecorder m_recorder;
    qint64 m_received = 0;
    bool m_mayHaveArrived = false;
    bool m_isEnded = false;
};

} // namespace orangery
