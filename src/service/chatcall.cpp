// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatcall.h"

#include "core/errortable.h"
#include "core/ids.h"
#include "core/pricebook.h"
#include "net/httpclient.h"
#include "net/retrypolicy.h"
#include "service/accounts.h"
#include "service/chatestimate.h"
#include "workersai/chatjob.h"

#include <QRandomGenerator>

namespace orangery {

namespace {

/// What the network and a stepping clock make of one moment; more is a clock that was wrong.
constexpr std::chrono::minutes clockNoise{1};

std::chrono::milliseconds since(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

} // namespace

ChatCall::ChatCall(Setting setting, ChatRequest request, QObject* context)
    : ResultJob(context),
      m_setting(std::move(setting)),
      m_request(std::move(request)),
      m_callId(newId())
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ChatCall::send);
}

ChatCall::~ChatCall()
{
    if (isRunning())
        abort();
}

void ChatCall::start()
{
    if (!m_setting.accounts || !m_setting.client)
        return finishWith(Error::of(ErrorKind::Canceled));
    m_setting.accounts->resolve(m_setting.accountUuid, this, [this](const Result<ApiContext>& api) {
        if (!isRunning())
            return;
        if (!api)
            return finishWith(api.error());
        m_api = *api;
        std::optional<Neurons> least;
        if (m_setting.model && m_setting.limit)
            least = pricebook::chat(
                *m_setting.model, {.promptTokens = promptTokens(m_request), .completionTokens = leastTokens});
        reserve(m_setting.estimate.value_or(Neurons()), least);
    });
}

// The usual cost is reserved; where the rest of the day does not cover it, the least that is worth asking
// for.
void ChatCall::reserve(Neurons amount, std::optional<Neurons> least)
{
    Reservation reservation;
    reservation.id = m_callId;
    reservation.accountUuid = m_setting.accountUuid;
    m_reservedAt = std::chrono::steady_clock::now();
    m_believedStart = m_setting.utcNow();
    reservation.startedAt = m_believedStart;
    reservation.task = QStringLiteral("Text Generation");
    reservation.model = m_request.model;
    reservation.origin = m_setting.origin;
    reservation.estimate = amount;
    reservation.dailyLimit = m_setting.limit;
    m_isReserving = true;
    m_setting.reserve(reservation, this, [this, amount, least](const Result<DayTotals>& totals) {
        if (!isRunning())
            return;
        if (!totals) {
            m_isReserving = false;
            if (totals.error().kind == ErrorKind::BudgetReached && least && *least < amount)
                return reserve(*least, std::nullopt);
            return finishWith(totals.error());
        }
        m_isReserving = false;
        m_isReserved = true;
        if (shorten(totals->booked + totals->reserved - amount))
            return send();
        const Error error = Error::of(ErrorKind::BudgetReached);
        settle(&error);
        finishWith(error);
    });
}

// False: what is left does not pay for an answer that is worth asking for.
bool ChatCall::shorten(Neurons others)
{
    if (!m_setting.limit || !m_setting.model)
        return true;
    const std::optional<int> affordable = pricebook::affordableOutputTokens(
        *m_setting.model, promptTokens(m_request), *m_setting.limit - others);
    if (!affordable || *affordable >= m_request.maxTokens)
        return true;
    if (*affordable < leastTokens)
        return false;
    m_request.maxTokens = *affordable;
    m_outcome.wasShortened = true;
    return true;
}

void ChatCall::send()
{
    if (!m_setting.client)
        return finishWith(Error::of(ErrorKind::Canceled));
    m_wasSent = true;
    m_sentAt = std::chrono::steady_clock::now();
    m_outcome.maxTokens = m_request.maxTokens;
    m_job = new ChatJob(*m_setting.client, m_api, m_request, this);
    connect(m_job, &ChatJob::deltaReceived, this, &ChatCall::take);
    connect(m_job, &Job::finished, this, &ChatCall::concludeTry);
}

void ChatCall::take(const ChatDelta& delta)
{
    if (m_outcome.firstToken.count() == 0)
        m_outcome.firstToken = std::max(since(m_sentAt), std::chrono::milliseconds(1));
    m_outcome.reply.text += delta.text;
    m_outcome.reply.reasoning += delta.reasoning;
    emit deltaReceived(delta);
}

void ChatCall::concludeTry()
{
    const Result<ChatReply> answer = m_job->result();
    m_job = nullptr;
    if (answer) {
        m_outcome.reply = *answer;
        settle(nullptr);
        return finishWith(m_outcome);
    }
    const Error& error = answer.error();
    m_wasSent = false; // a refused try costs nothing, also when it is stopped before the next
    if (error.kind == ErrorKind::QuotaExhausted)
        m_setting.noteQuotaExhausted();
    const bool hasText = !m_outcome.reply.text.isEmpty() || !m_outcome.reply.reasoning.isEmpty();
    const auto pause =
        RetryPolicy::pauseAfter(error, ++m_tries, QRandomGenerator::global()->generateDouble());
    if (pause && !hasText) {
        m_pause.start(*pause);
        emit retrying(error, *pause, m_tries + 1);
        return;
    }
    m_outcome.reply.httpStatus = error.httpStatus;
    settle(&error);
    finishWith(error);
}

void ChatCall::abort()
{
    m_pause.stop();
    if (m_job) {
        m_job->disconnect(this);
        delete std::exchange(m_job, nullptr);
    }
    const Error canceled = Error::of(ErrorKind::Canceled);
    settle(&canceled);
}

// A failed call that brought no text costs nothing; a stopped one what its prompt and text come to.
void ChatCall::settle(const Error* error)
{
    // the writer answers in order: a reservation that is still on its way is settled behind it
    if (!m_isReserved && !m_isReserving)
        return;
    m_isReserved = m_isReserving = false;
    m_outcome.latency = m_tries > 0 || m_wasSent ? since(m_sentAt) : std::chrono::milliseconds(0);
    const ChatReply& reply = m_outcome.reply;
    const bool hasText = !reply.text.isEmpty() || !reply.reasoning.isEmpty();
    const bool isBilled = !error || hasText || (error->kind == ErrorKind::Canceled && m_wasSent);
    if (reply.usage) {
        m_outcome.usage = *reply.usage;
    } else if (isBilled) {
        m_outcome.usage.promptTokens = promptTokens(m_request);
        m_outcome.usage.completionTokens =
            pricebook::estimatedTokens(reply.text) + pricebook::estimatedTokens(reply.reasoning);
    }
    if (reply.neurons) {
        m_outcome.neurons = *reply.neurons;
        m_outcome.isReported = true;
    } else if (isBilled && m_setting.model) {
        m_outcome.neurons = pricebook::chat(*m_setting.model, m_outcome.usage).value_or(Neurons());
    }
    Booking booking;
    booking.id = m_callId;
    booking.usage = m_outcome.usage;
    booking.neurons = m_outcome.neurons;
    booking.isReported = m_outcome.isReported;
    booking.httpStatus = reply.httpStatus;
    booking.latencyMs = m_outcome.latency.count();
    booking.rayId = reply.rayId;
    const QDateTime start = m_setting.utcNow().addMSecs(-since(m_reservedAt).count());
    if (std::chrono::abs(std::chrono::milliseconds(start.msecsTo(m_believedStart))) > clockNoise)
        booking.startedAt = start;
    if (error)
        booking.errorKind = QString::fromLatin1(factsOf(error->kind).name);
    m_setting.book(booking);
}

} // namespace orangery
