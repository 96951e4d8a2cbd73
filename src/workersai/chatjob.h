// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/model.h"
#include "core/tasks/chat.h"
#include "net/httprequest.h"
#include "net/sseparser.h"
#include "workersai/apicontext.h"
#include "workersai/callfate.h"
#include "workersai/chatcodec.h"
#include "workersai/worker.h"

#include <QPointer>
#include <QTimer>

namespace orangery {

class HttpClient;
class StreamJob;

/// One text generation. Streams when the request says so; an answer that comes as JSON all the same is read
/// as JSON, and asked for again with `stream: false` when it is JSON without a text (API.md §3.3, rule 2).
///
/// A stream that breaks after its first text is a result with FinishReason::Truncated, so nothing is lost;
/// one that breaks before is an error. So is an error event at any time: the text before it was handed on.
///
/// Where the request insists on a call of a tool, text is held back until the end: it may be that call
/// (API.md §3.4).
class ChatJob : public ResultJob<ChatReply>
{
    Q_OBJECT

public:
    /// `model`: the catalog's entry, or nothing but an id.
    ChatJob(HttpClient& client, ApiContext api, Model model, ChatRequest request, QObject* context);
    ~ChatJob() override;

    /// What has come so far, with what the service reported of it and of a first answer that had no text.
    ChatReply partialReply() const;
    /// Something of an answer has come, be it no text: the service has begun to work, and to bill.
    bool hasAnswered() const;
    /// Of a job that failed: the service may have worked on it, and bill it. Valid in finished().
    bool mayHaveRun() const { return m_fate.mayHaveRun || hasAnswered(); }

signals:
    /// Never empty. Also for an answer that was not streamed, once; the pieces together are the reply's text.
    void deltaReceived(const orangery::ChatDelta& delta);

protected:
    void start() override;
    void abort() override;

private:
    void encode();
    void send(const QByteArray& body);
    void takeBytes(const QByteArray& bytes);
    void takeEvents(const QByteArray& bytes);
    void takeEnd();
    void finishStream(const std::optional<Error>& wayError);
    void finishUndeclaredStream(const std::optional<Error>& wayError);
    void finishJson();
    void finishReply(ChatReply reply);
    /// False when a slot ended or destroyed the job.
    bool handOn(ChatDelta delta);
    /// The same for the text that was held back.
    bool release();
    Error brokenStream() const;

    QPointer<HttpClient> m_client;
    ApiContext m_api;
    Model m_model;
    ChatRequest m_request;
    Worker<QByteArray> m_encoding;
    QPointer<StreamJob> m_stream;
    CallFate m_fate;   ///< of a failure
    HttpReply m_reply; ///< its body only where that is not an event stream
    std::optional<bool> m_isEventStream;
    SseParser m_parser;
    ChatStreamDecoder m_decoder;
    QByteArray m_firstSkipped;        ///< an event that could not be read, for the detail of an error
    std::optional<Neurons> m_neurons; ///< of a first answer that had no text
    QString m_heldBack;
    QTimer m_afterDone;
};

} // namespace orangery
