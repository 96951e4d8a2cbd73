// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/batchjob.h"

#include "net/httpclient.h"
#include "workersai/apierror.h"
#include "workersai/endpoints.h"

#include <algorithm>
#include <cmath>

namespace orangery {

namespace {

using namespace std::chrono_literals;

constexpr qint64 mostAnswerBytes = 256LL * 1024 * 1024; // answers are longer than what was asked

HttpRequest toQueue(const ApiContext& api, const QString& model, const QByteArray& json)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("queueRequest"), QStringLiteral("true"));
    HttpRequest request = endpoints::run(api, model, "application/json", json, query);
    request.headers = {{"accept", "application/json"}};
    request.maxBodyBytes = mostAnswerBytes;
    return request;
}

} // namespace

BatchJob::BatchJob(HttpClient& client, const ApiContext& api, const Model& model, const BatchRequest& request,
                   QObject* context)
    : BatchJob(client, api, model, QString(), context)
{
    if (m_model.isEmpty())
        m_model = request.model;
    m_request = request;
}

BatchJob::BatchJob(HttpClient& client, const ApiContext& api, const Model& model, QString requestId,
                   QObject* context)
    : ResultJob(context),
      m_client(&client),
      m_api(api),
      m_model(model.id),
      m_requestId(std::move(requestId))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &BatchJob::poll);
}

BatchJob::~BatchJob()
{
    abort();
}

BatchJob* BatchJob::resume(HttpClient& client, const ApiContext& api, const Model& model,
                           const QString& requestId, QObject* context, std::optional<BatchRequest> request)
{
    auto* job = new BatchJob(client, api, model, requestId, context);
    job->m_request = std::move(request);
    return job;
}

std::chrono::milliseconds BatchJob::usualPause(int questions)
{
    const double grown = 2000.0 * std::pow(1.5, std::clamp(questions, 0, 20));
    return std::chrono::milliseconds(static_cast<int>(std::min(grown, 30000.0)));
}

void BatchJob::start()
{
    if (m_model.trimmed().isEmpty())
        finishWith(Error::of(ErrorKind::NoSuchModel));
    else if (m_requestId.isEmpty())
        submit();
    else
        poll();
}

void BatchJob::abort()
{
    m_pause.stop();
    if (!m_step)
        return;
    m_step->disconnect(this);
    delete m_step.data();
}

void BatchJob::submit()
{
    qint64 bytes = 0;
    for (const BatchRequest::Item& item : m_request->items)
        bytes += item.body.size();
    if (bytes > batchcodec::mostBytes) { // before a thread takes a copy
        finishWith(Error::of(ErrorKind::TooLarge));
        return;
    }
    send(
        [api = m_api, model = m_model, request = *m_request]() -> Result<HttpRequest> {
            const Result<QByteArray> body = batchcodec::encode(request);
            if (!body)
                return body.error();
            return toQueue(api, model, *body);
        },
        bytes);
}

void BatchJob::poll()
{
    ++m_questions;
    send(
        [api = m_api, model = m_model, id = m_requestId]() -> Result<HttpRequest> {
            return toQueue(api, model, batchcodec::encodePoll(id));
        },
        0);
}

void BatchJob::send(Step::Encode body, qint64 bytes)
{
    if (!m_client) {
        finishWith(Error::of(ErrorKind::Canceled)); // as HttpJob says when its client is gone
        return;
    }
    m_step = new Step(
        *m_client, std::move(body), bytes,
        [request = m_request](const HttpReply& reply) { return batchcodec::decode(reply.body, request); },
        this);
    if (m_requestId.isEmpty() && m_gate)
        m_step->setGate(m_gate);
    connect(m_step, &Job::finished, this, [this] {
        const Result<batchcodec::Ticket> ticket = m_step->result();
        const HttpReply answer = m_step->answer();
        m_fate = m_step->fate();
        m_step = nullptr;
        take(ticket, answer);
    });
}

void BatchJob::take(const Result<batchcodec::Ticket>& ticket, const HttpReply& answer)
{
    if (!ticket) {
        finishWith(ticket.error());
        return;
    }
    const QPointer<BatchJob> self(this);
    const bool isDone = ticket->state == batchcodec::Ticket::State::Done;
    if (m_requestId.isEmpty()) {
        m_requestId = ticket->requestId;
        if (m_requestId.isEmpty() && !isDone) {
            m_fate = fateOf(answer);
            finishWith(Error::of(ErrorKind::InvalidAnswer));
            return;
        }
        if (!m_requestId.isEmpty())
            emit queued(m_requestId);
        if (!self || isFinished())
            return;
    }
    if (ticket->state == batchcodec::Ticket::State::Running && !m_isRunningThere) {
        m_isRunningThere = true;
        emit running();
        if (!self || isFinished())
            return;
    }
    waitOrFinish(*ticket);
}

void BatchJob::waitOrFinish(const batchcodec::Ticket& ticket)
{
    if (ticket.state != batchcodec::Ticket::State::Done) {
        m_pause.start(m_pauses(m_questions));
        return;
    }
    BatchReply reply;
    static_cast<ServiceFacts&>(reply) = ticket;
    reply.requestId = m_requestId;
    reply.items = ticket.items;
    finishWith(std::move(reply));
}

} // namespace orangery
