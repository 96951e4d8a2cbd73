// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatcall.h"

#include "core/clock.h"
#include "core/pricebook.h"
#include "net/httpclient.h"
#include "service/accounts.h"
#include "service/chatestimate.h"
#include "workersai/chatjob.h"

namespace orangery {

ChatCall::ChatCall(Door door, CallTerms terms, Model model, ChatRequest request, QObject* context)
    : ResultJob(context),
      m_door(door),
      m_ticket(new CallTicket(std::move(door), std::move(terms), this)),
      m_model(std::move(model)),
      m_request(std::move(request)),
      m_wantedTokens(m_request.maxTokens)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ChatCall::sendAgain);
}

ChatCall::~ChatCall()
{
    if (isRunning())
        abort();
}

void ChatCall::start()
{
    if (!m_door.accounts || !m_door.client)
        return finishWith(Error::of(ErrorKind::Canceled));
    m_door.accounts->resolve(m_ticket->terms().accountUuid, this, [this](const Result<ApiContext>& api) {
        if (!isRunning())
            return;
        if (!api)
            return finishWith(api.error());
        m_api = *api;
        m_api.callId = m_ticket->inspectedId();
        lookUp();
    });
}

void ChatCall::lookUp()
{
    if (!m_door.cache || !m_ticket->terms().options.usesCache || !cachedchat::isDeterministic(m_request))
        return admit();
    m_lookUp.runElsewhere([cache = m_door.cache, key = cacheKey()] { return cachedchat::find(*cache, key); },
                          [this](const std::optional<cachedchat::Known>& known) {
                              if (known)
                                  takeCached(known->reply, known->cost);
                              else
                                  admit();
                          });
}

void ChatCall::admit()
{
    m_ticket->admit([this](const Result<Neurons>& held) {
        if (!held)
            return fail(held.error());
        shorten(*held);
        send();
    });
}

// What was held is what the answer may come to: its length follows from that.
void ChatCall::shorten(Neurons held)
{
    const CallTerms& terms = m_ticket->terms();
    m_request.maxTokens = m_wantedTokens; // a parked call may have been shortened yesterday
    m_outcome.wasShortened = false;
    if (!terms.model || !terms.most || held >= *terms.most)
        return;
    const std::optional<int> affordable = pricebook::affordableOutputTokens(
        *terms.model, terms.cautiousPrompt, Neurons::of(held.toDouble() / terms.priceRatio));
    if (!affordable || *affordable >= m_request.maxTokens)
        return;
    m_request.maxTokens = std::max(leastTokens, *affordable);
    m_outcome.wasShortened = true;
}

void ChatCall::send()
{
    if (!m_door.client)
        return fail(Error::of(ErrorKind::Canceled));
    m_ticket->noteSent();
    m_sentAt = std::chrono::steady_clock::now();
    m_outcome.maxTokens = m_request.maxTokens;
    m_job = new ChatJob(*m_door.client, m_api, m_model, m_request, this);
    connect(m_job, &ChatJob::deltaReceived, this, &ChatCall::take);
    connect(m_job, &Job::finished, this, &ChatCall::concludeTry);
}

void ChatCall::sendAgain()
{
    m_ticket->admitAgain([this](const Result<void>& admitted) {
        if (admitted)
            return send();
        if (m_ticket->parkAfter(admitted.error()))
            return admit();
        fail(admitted.error());
    });
}

void ChatCall::take(const ChatDelta& delta)
{
    if (m_outcome.firstToken.count() == 0) {
        m_outcome.firstToken = std::max(since(m_sentAt), std::chrono::milliseconds(1));
    }
    m_outcome.reply.text += delta.text;
    m_outcome.reply.reasoning += delta.reasoning;
    emit deltaReceived(delta);
}

void ChatCall::takeCached(const ChatReply& reply, Neurons cost)
{
    m_outcome.reply = reply;
    m_outcome.usage = reply.usage.value_or(TokenUsage());
    m_outcome.isCached = true;
    m_ticket->settleCached(cost);
    const QPointer<ChatCall> self(this);
    if (const ChatDelta all{reply.text, reply.reasoning}; !all.isEmpty())
        emit deltaReceived(all);
    if (self)
        finishWith(m_outcome);
}

void ChatCall::concludeTry()
{
    const Result<ChatReply> answer = m_job->result();
    if (!answer)
        keepPartial();
    m_job = nullptr;
    if (answer) {
        m_outcome.reply = *answer;
        settle(nullptr);
        const bool isWhole =
            answer->finishReason == FinishReason::Stop || answer->finishReason == FinishReason::ToolCalls;
        if (m_door.cache && isWhole && cachedchat::isDeterministic(m_request) && !m_outcome.wasShortened)
            cachedchat::keep(m_door.cache, cacheKey(), *answer, m_outcome.neurons);
        return finishWith(m_outcome);
    }
    const Error& error = answer.error();
    const auto pause = m_ticket->pauseAfter(error);
    if (!hasText() && !m_mayHaveRun) {
        if (m_ticket->parkAfter(error))
            return admit();
        if (pause) {
            m_pause.start(*pause);
            emit retrying(error, *pause, m_ticket->tries() + 1);
            return;
        }
    }
    if (error.httpStatus != 0)
        m_outcome.reply.httpStatus = error.httpStatus;
    fail(error);
}

// The texts were handed on; what the service reported beside them is billed all the same.
void ChatCall::keepPartial()
{
    const ChatReply partial = m_job->partialReply();
    static_cast<ServiceFacts&>(m_outcome.reply) = partial;
    m_outcome.reply.toolCalls = partial.toolCalls;
    m_mayHaveRun = m_job->mayHaveRun();
    m_isLost = m_mayHaveRun && !m_job->hasAnswered();
}

void ChatCall::abort()
{
    m_pause.stop();
    m_lookUp.drop();
    if (m_job) {
        keepPartial();
        m_job->disconnect(this);
        delete std::exchange(m_job, nullptr);
    }
    const Error canceled = Error::of(ErrorKind::Canceled);
    settle(&canceled);
}

void ChatCall::fail(const Error& error)
{
    const CallCost cost = settle(&error);
    finishWith(m_mayHaveRun ? withBill(error, cost) : error);
}

QByteArray ChatCall::cacheKey() const
{
    return cachedchat::keyOf(m_request, m_api.baseUrl.host(), m_api.accountId);
}

bool ChatCall::hasText() const
{
    return !m_outcome.reply.text.isEmpty() || !m_outcome.reply.reasoning.isEmpty();
}

// A failed call that cannot have run costs nothing; one that was lost on its way what was expected of it; a
// stopped or broken one what its prompt and text come to.
CallCost ChatCall::settle(const Error* error)
{
    const ChatReply& reply = m_outcome.reply;
    const bool isBilled = !error || hasText() || m_mayHaveRun;
    const bool isStopped = error && error->kind == ErrorKind::Canceled;
    if (reply.usage) {
        m_outcome.usage = *reply.usage;
    } else if (m_isLost && !isStopped) {
        m_outcome.usage = m_ticket->terms().expected.tokens;
    } else if (isBilled || isStopped) {
        m_outcome.usage.promptTokens = promptTokens(m_request);
        m_outcome.usage.completionTokens = tokensOf(reply);
    }
    WorkUnits work;
    work.tokens = m_outcome.usage;
    // what a stream had counted before it broke is not all
    const bool isWhole = error ? m_isLost && !isStopped : reply.finishReason != FinishReason::Truncated;
    const CallCost cost = m_ticket->settle(reply, work, reply.usage && isWhole, isBilled, error);
    if (!isBilled && cost.bookedBy == BookedBy::Nothing)
        m_outcome.usage = {};
    m_outcome.neurons = cost.neurons;
    m_outcome.isReported = cost.isReported();
    m_outcome.latency = cost.latency;
    return cost;
}

} // namespace orangery
