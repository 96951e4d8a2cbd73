// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "workersai/answerfacts.h"
#include "workersai/apicall.h"
#include "workersai/worker.h"

#include <QPointer>
#include <functional>
#include <optional>

namespace orangery {

/// One question to a model that is answered as a whole: encode, send, read. `Reply` begins with ServiceFacts,
/// which are read here; `Decode` sees answers without an error only (workersai/apierror.h).
///
/// Encoding and decoding of more than a few hundred kilobytes happen in a worker thread, so both functions
/// own what they need and touch nothing else.
template <typename Reply>
class ModelJob : public ResultJob<Reply>
{
public:
    using Encode = std::function<Result<HttpRequest>()>;
    using Decode = std::function<Result<Reply>(const HttpReply&)>;

    using Answered = std::function<void(Result<std::optional<HttpReply>>)>;
    /// Asked with what would be sent, before it is: an answer from elsewhere takes the service's place, an
    /// error ends the job. May answer at once or later.
    using Gate = std::function<void(const HttpRequest&, Answered)>;

    /// `inputBytes`: about how much there is to encode.
    ModelJob(HttpClient& client, Encode encode, qint64 inputBytes, Decode decode, QObject* context)
        : ResultJob<Reply>(context),
          m_encode(std::move(encode)),
          m_inputBytes(inputBytes),
          m_decode(std::move(decode)),
          m_call(client, *this)
    {}
    ~ModelJob() override { abort(); }

    /// Before the job starts.
    void setGate(Gate gate) { m_gate = std::move(gate); }
    /// The answer as it came; valid in finished().
    const HttpReply& answer() const { return m_answer; }
    /// Of a call that failed; valid in finished().
    const CallFate& fate() const { return m_fate; }

protected:
    void start() override
    {
        m_encoding.run(m_inputBytes, m_encode, [this](Result<HttpRequest> request) {
            if (!request)
                return this->finishWith(request.error());
            if (!m_gate)
                return send(*request);
            const QPointer<ModelJob> self(this);
            m_gate(*request, [self, request](const Result<std::optional<HttpReply>>& known) {
                if (!self || self->isFinished())
                    return;
                if (!known)
                    self->finishWith(known.error());
                else if (*known)
                    self->read(**known);
                else
                    self->send(*request);
            });
        });
    }
    void abort() override
    {
        m_call.abort();
        m_encoding.drop();
        m_decoding.drop();
    }

private:
    void send(const HttpRequest& request)
    {
        m_call.send(request, [this](const Result<HttpReply>& reply) { read(reply); });
    }

    void read(const Result<HttpReply>& reply)
    {
        if (!reply) {
            m_fate = m_call.fate();
            return this->finishWith(reply.error());
        }
        m_answer = *reply;
        m_decoding.run(
            reply->body.size(), [decode = m_decode, answer = *reply] { return decode(answer); },
            [this, head = reply->head](Result<Reply> decoded) {
                if (!decoded) {
                    m_fate = fateOf(m_answer);
                    Error error = decoded.error();
                    error.httpStatus = head.status;
                    return this->finishWith(std::move(error));
                }
                answerfacts::readHead(head, *decoded);
                this->finishWith(std::move(decoded));
            });
    }

    Encode m_encode;
    qint64 m_inputBytes;
    Decode m_decode;
    Gate m_gate;
    ApiCall m_call;
    HttpReply m_answer;
    CallFate m_fate;
    Worker<Result<HttpRequest>> m_encoding;
    Worker<Result<Reply>> m_decoding;
};

} // namespace orangery
