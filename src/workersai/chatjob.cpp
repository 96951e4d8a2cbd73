// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatjob.h"

#include "net/httpclient.h"
#include "net/streamjob.h"
#include "workersai/answerfacts.h"
#include "workersai/apierror.h"
#include "workersai/chattools.h"
#include "workersai/endpoints.h"

#include <QJsonDocument>

#include <utility>

namespace orangery {

namespace {

using namespace std::chrono_literals;

constexpr qint64 maxAnswerBytes = 128LL * 1024 * 1024; // one event a token, each with its usage, is ~350 B
constexpr auto patienceAfterDone = 1s;                 // the body's proper end keeps the connection usable

/// The status decides first, then the media type, and only then what was asked for (API.md §1).
bool isEventStream(const HttpHead& head, const QByteArray& firstBytes)
{
    if (head.status < 200 || head.status >= 300)
        return false;
    const QByteArray type = head.mediaType();
    if (type == "text/event-stream")
        return true;
    if (type.isEmpty() || type == "text/plain" || type == "application/octet-stream")
        return firstBytes.startsWith("data:") || firstBytes.startsWith("event:") ||
               firstBytes.startsWith(':');
    return false;
}

} // namespace

ChatJob::ChatJob(HttpClient& client, ApiContext api, Model model, ChatRequest request, QObject* context)
    : ResultJob(context),
      m_client(&client),
      m_api(std::move(api)),
      m_model(std::move(model)),
      m_request(std::move(request)),
      m_decoder(m_api.token)
{
    m_afterDone.setSingleShot(true);
    m_afterDone.setInterval(patienceAfterDone);
    connect(&m_afterDone, &QTimer::timeout, this, [this] {
        abort();
        finishStream({});
    });
}

ChatJob::~ChatJob() = default;

void ChatJob::start()
{
    if (m_request.model.trimmed().isEmpty())
        m_request.model = m_model.id;
    if (m_request.model.trimmed().isEmpty()) {
        finishWith(Error::of(ErrorKind::NoSuchModel));
        return;
    }
    if (const Result<void> checked = chatcodec::check(m_request); !checked) {
        finishWith(checked.error());
        return;
    }
    m_request.stream = chatcodec::streams(m_request);
    encode();
}

void ChatJob::encode()
{
    qint64 bytes = 0;
    for (const ChatMessage& message : m_request.messages) {
        for (const ChatImage& image : message.images)
            bytes += image.data.size();
    }
    m_encoding.run(
        bytes, [request = m_request, model = m_model] { return chatcodec::encode(request, model); },
        [this](const QByteArray& body) { send(body); });
}

void ChatJob::send(const QByteArray& body)
{
    if (!m_client) {
        finishWith(Error::of(ErrorKind::Canceled)); // as StreamJob says when its client is gone
        return;
    }
    HttpRequest request = endpoints::run(m_api, m_request.model, body);
    request.maxBodyBytes = maxAnswerBytes;
    if (!m_request.stream)
        request.firstByteTimeout = 300s; // the whole answer is made before the first byte
    if (!m_request.sessionAffinity.isEmpty())
        request.headers.append(
            {"x-session-affinity", m_request.sessionAffinity.toUtf8().toPercentEncoding()});
    m_reply = {};
    m_isEventStream.reset();
    m_stream = new StreamJob(*m_client, request, this);
    connect(m_stream, &StreamJob::headReceived, this, [this](const HttpHead& head) { m_reply.head = head; });
    connect(m_stream, &StreamJob::bytesReceived, this, &ChatJob::takeBytes);
    connect(m_stream, &StreamJob::finished, this, &ChatJob::takeEnd);
}

void ChatJob::abort()
{
    m_encoding.drop();
    m_afterDone.stop();
    if (!m_stream)
        return;
    StreamJob* stream = m_stream;
    m_stream = nullptr;
    disconnect(stream, nullptr, this, nullptr);
    stream->cancel();
}

void ChatJob::takeBytes(const QByteArray& bytes)
{
    if (!m_isEventStream)
        m_isEventStream = isEventStream(m_reply.head, bytes);
    if (*m_isEventStream)
        takeEvents(bytes);
    else
        m_reply.body += bytes;
}

void ChatJob::takeEvents(const QByteArray& bytes)
{
    if (m_decoder.isDone()) { // nothing of it counts, and a flood would starve the timer
        abort();
        finishStream({});
        return;
    }
    const QList<SseEvent> events = m_parser.feed(bytes);
    for (const SseEvent& event : events) {
        const int skipped = m_decoder.skippedEvents();
        const ChatDelta delta = m_decoder.take(event.data);
        if (m_decoder.skippedEvents() > skipped && m_firstSkipped.isEmpty())
            m_firstSkipped = event.data.left(4096);
        if (!handOn(delta))
            return;
        if (m_decoder.error()) {
            Error error = *m_decoder.error();
            error.httpStatus = m_reply.head.status;
            abort();
            if (release())
                finishWith(std::move(error));
            return;
        }
    }
    if (m_parser.isOverflown()) {
        abort();
        finishStream(Error::of(ErrorKind::InvalidAnswer));
    } else if (m_decoder.isDone()) {
        m_afterDone.start();
    }
}

void ChatJob::takeEnd()
{
    const Result<HttpReply> result = m_stream->result();
    const std::optional<Error> wayError = result ? std::nullopt : std::optional(result.error());
    if (wayError)
        m_fate = fateOf(m_reply.head, m_stream->mayHaveArrived());
    m_stream = nullptr;
    m_afterDone.stop();
    if (m_isEventStream.value_or(false))
        finishStream(wayError);
    else if (isEventStream(m_reply.head, m_reply.body)) // of no clear media type, and its first bytes too few
        finishUndeclaredStream(wayError);
    else if (wayError && m_reply.head.status < 400)
        finishWith(*wayError);
    else
        finishJson(); // also for half the body of an error: its status says enough
}

void ChatJob::finishUndeclaredStream(const std::optional<Error>& wayError)
{
    const QPointer<ChatJob> self(this);
    takeEvents(std::exchange(m_reply.body, {}));
    if (self && !isFinished())
        finishStream(wayError);
}

void ChatJob::finishStream(const std::optional<Error>& wayError)
{
    if (!handOn(m_decoder.finish()))
        return;
    ChatReply reply = m_decoder.reply();
    const bool hasEnd = reply.finishReason != FinishReason::Truncated && m_decoder.readEvents() > 0;
    if (m_decoder.hasText() || hasEnd)
        return finishReply(std::move(reply));
    m_fate = fateOf(m_reply.head, true);
    finishWith(wayError.value_or(brokenStream()));
}

Error ChatJob::brokenStream() const
{
    const bool isUnreadable = m_decoder.skippedEvents() > 0 || m_decoder.isDone();
    Error error = Error::of(isUnreadable ? ErrorKind::InvalidAnswer : ErrorKind::ConnectionLost,
                            errorDetail(QString::fromUtf8(m_firstSkipped), m_api.token));
    error.httpStatus = m_reply.head.status;
    return error;
}

void ChatJob::finishJson()
{
    if (std::optional<Error> error = errorIn(m_reply, m_api.token)) {
        m_fate = fateOf(m_reply);
        finishWith(*std::move(error));
        return;
    }
    Result<ChatReply> decoded = chatcodec::decode(m_reply.body);
    const bool isComplete = decoded && (!decoded->text.isEmpty() || !decoded->reasoning.isEmpty() ||
                                        !decoded->toolCalls.isEmpty());
    const bool isReadable = decoded || QJsonDocument::fromJson(m_reply.body).isObject();
    if (!isComplete && isReadable && m_request.stream) {
        ServiceFacts facts = decoded ? static_cast<const ServiceFacts&>(*decoded) : ServiceFacts();
        answerfacts::readHead(m_reply.head, facts);
        m_neurons = facts.neurons.value_or(Neurons());
        m_request.stream = false;
        encode();
        return;
    }
    if (!decoded) {
        m_fate = fateOf(m_reply);
        finishWith(invalidAnswer(m_reply, m_api.token));
        return;
    }
    if (handOn({decoded->text, decoded->reasoning}))
        finishReply(*std::move(decoded));
}

ChatReply ChatJob::partialReply() const
{
    ChatReply reply = m_decoder.reply();
    if (!reply.usage)
        reply.usage = m_fate.facts.usage; // of an answer without a text that can be read
    if (!reply.neurons)
        reply.neurons = m_fate.facts.neurons;
    answerfacts::readHead(m_reply.head, reply);
    if (m_neurons && !m_neurons->isZero())
        reply.neurons = reply.neurons.value_or(Neurons()) + *m_neurons;
    return reply;
}

bool ChatJob::hasAnswered() const
{
    return m_neurons || m_decoder.readEvents() > 0;
}

void ChatJob::finishReply(ChatReply reply)
{
    answerfacts::readHead(m_reply.head, reply);
    if (reply.neurons && m_neurons)
        *reply.neurons += *m_neurons;
    // The classic shape names no reason: an answer as long as was allowed was cut there.
    const bool isUnsaid =
        reply.finishReason == FinishReason::Unknown || reply.finishReason == FinishReason::Stop;
    if (isUnsaid && reply.usage && reply.usage->completionTokens >= m_request.maxTokens)
        reply.finishReason = FinishReason::Length;
    if (chattools::isForced(m_request) && reply.toolCalls.isEmpty()) {
        reply.toolCalls = chattools::callsInText(reply.text, m_request);
        if (!reply.toolCalls.isEmpty()) {
            m_heldBack.clear();
            reply.text.clear();
            reply.finishReason = FinishReason::ToolCalls;
        }
    }
    if (release())
        finishWith(std::move(reply));
}

bool ChatJob::handOn(ChatDelta delta)
{
    if (chattools::isForced(m_request))
        m_heldBack += std::exchange(delta.text, {});
    if (delta.isEmpty())
        return true;
    const QPointer<ChatJob> self(this);
    emit deltaReceived(delta);
    return self && !isFinished();
}

bool ChatJob::release()
{
    if (m_heldBack.isEmpty())
        return true;
    const QPointer<ChatJob> self(this);
    emit deltaReceived({std::exchange(m_heldBack, {}), {}});
    return self && !isFinished();
}

} // namespace orangery
