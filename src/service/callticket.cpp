// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/callticket.h"

#include "core/clock.h"
#include "core/ids.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>
#include <QTimeZone>

namespace orangery {

CallTicket::CallTicket(Door door, CallTerms terms, QObject* parent)
    : QObject(parent),
      m_door(std::move(door)),
      m_terms(std::move(terms)),
      m_callId(newId()),
      m_inspectedId(m_callId)
{}

CallTicket::~CallTicket()
{
    if (m_state == State::New || m_state == State::Waiting)
        m_door.noteCost(m_inspectedId, {}, BookedBy::Nothing); // it never came to anything
    if (m_door.queue)
        m_door.queue->leave(m_place);
}

int CallTicket::position() const
{
    return m_door.queue ? m_door.queue->position(m_place) : 0;
}

bool CallTicket::isParked() const
{
    return m_door.queue && m_door.queue->isParked(m_place);
}

CallWait CallTicket::waiting() const
{
    CallWait wait;
    if (!m_door.queue)
        return wait;
    wait.reason = m_door.queue->reason(m_place);
    wait.position = position();
    const QDateTime now = m_door.utcNow();
    if (wait.reason == WaitReason::Rate) {
        if (const auto left = m_door.queue->pauseLeft(m_terms.rateKey()))
            wait.until = now.addMSecs(left->count());
    } else if (wait.reason == WaitReason::Room || wait.reason == WaitReason::Reset) {
        wait.until = QDateTime(now.date().addDays(1), QTime(0, 0), QTimeZone::utc());
    }
    return wait;
}

void CallTicket::admit(std::function<void(Result<Neurons>)> done)
{
    m_done = std::move(done);
    m_state = State::Waiting;
    if (m_place != 0 || !m_door.queue)
        return reserve();
    m_place = m_door.queue->enter(
        m_terms.options.priority, m_terms.rateKey(), [this] { reserve(); }, m_terms.options.longestWait);
}

Reservation CallTicket::reservation()
{
    m_reservedAt = std::chrono::steady_clock::now();
    m_believedStart = m_door.utcNow();
    Reservation reservation;
    reservation.id = m_callId;
    reservation.accountUuid = m_terms.accountUuid;
    reservation.startedAt = m_believedStart;
    reservation.task = m_terms.task;
    reservation.model = m_terms.modelId;
    reservation.origin = m_terms.options.origin;
    reservation.subject = m_terms.options.subject;
    reservation.estimate = m_terms.estimate.value_or(Neurons());
    reservation.most = m_terms.most;
    reservation.least = m_terms.least;
    reservation.isPriced = m_terms.isPriced();
    reservation.rate = m_terms.rate;
    reservation.waitsForReset = m_terms.options.waitsForReset;
    return reservation;
}

void CallTicket::reserve()
{
    if (m_state != State::Waiting)
        return;
    if (const auto left = m_door.queue && m_terms.options.longestWait
                              ? m_door.queue->pauseLeft(m_terms.rateKey())
                              : std::nullopt) {
        Error error = Error::of(ErrorKind::RateLimited);
        error.retryAfter = std::chrono::ceil<std::chrono::seconds>(*left);
        return answer(error);
    }
    // one that may wait asks the ledger, which knows that too, and whether waiting helps
    if (m_terms.isPriced() && !m_terms.options.waitsForReset && m_door.isQuotaExhausted())
        return answer(Error::of(ErrorKind::QuotaExhausted));
    m_state = State::Reserving;
    m_door.reserve(reservation(), this, [this](const Result<Grant>& grant) { take(grant); });
}

void CallTicket::take(const Result<Grant>& grant)
{
    if (m_state != State::Reserving)
        return;
    if (grant) {
        m_state = State::Reserved;
        return answer(grant->held);
    }
    m_state = State::Waiting;
    const Error& error = grant.error();
    if (error.kind == ErrorKind::RateLimited && m_door.queue) {
        m_door.queue->pause(m_terms.rateKey(), error.retryAfter.value_or(std::chrono::seconds(1)));
        return m_door.queue->again(m_place);
    }
    if (!m_terms.options.waitsForReset || !m_door.queue || !isParkedFor(error))
        answer(error);
}

bool CallTicket::isParkedFor(const Error& error)
{
    const CallOptions& options = m_terms.options;
    if (error.kind == ErrorKind::QuotaExhausted) {
        m_door.queue->park(m_place);
        return true;
    }
    const bool isOfOrigin = error.kind == ErrorKind::CapReached && error.detail == options.origin &&
                            error.detail != options.subject;
    if (!isOfOrigin && error.kind != ErrorKind::BudgetReached)
        return false;
    QString limit = m_terms.accountUuid;
    if (isOfOrigin)
        limit += u'/' + options.origin;
    const Neurons estimate = m_terms.estimate.value_or(Neurons());
    m_door.queue->parkForRoom(m_place, limit, m_terms.least.value_or(estimate));
    return true;
}

void CallTicket::answer(const Result<Neurons>& result)
{
    if (!result)
        m_state = State::New;
    if (const auto done = std::exchange(m_done, nullptr))
        done(result);
}

void CallTicket::admitAgain(std::function<void(Result<void>)> done)
{
    if (!m_terms.isPriced())
        return done({});
    if (m_door.isQuotaExhausted())
        return done(Error::of(ErrorKind::QuotaExhausted));
    m_door.askExhausted(this, [this, done = std::move(done)](bool isExhausted) {
        if (m_state != State::Reserved)
            return;
        done(isExhausted ? Result<void>(Error::of(ErrorKind::QuotaExhausted)) : Result<void>());
    });
}

void CallTicket::noteSent()
{
    m_wasSent = true;
    m_sentAt = std::chrono::steady_clock::now();
}

void CallTicket::leaveQueue()
{
    if (m_door.queue)
        m_door.queue->leave(std::exchange(m_place, 0));
}

void CallTicket::takeOver(qint64 callId)
{
    m_callId = callId;
    m_state = State::Reserved;
    noteSent();
}

void CallTicket::hear(const Error& error, std::optional<std::chrono::milliseconds> pause,
                      const QDateTime& sentAt)
{
    if (error.kind == ErrorKind::QuotaExhausted)
        m_door.noteQuotaExhausted(sentAt);
    if (error.kind != ErrorKind::RateLimited || !m_door.queue)
        return;
    // the others need not find out for themselves, also where this call does not wait so long
    if (error.retryAfter)
        m_door.queue->pause(m_terms.rateKey(), *error.retryAfter);
    else if (pause)
        m_door.queue->pause(m_terms.rateKey(), *pause);
}

std::optional<std::chrono::milliseconds> CallTicket::pauseAfter(const Error& error)
{
    m_wasSent = false; // a refused try costs nothing, also when it is stopped before the next
    const auto pause =
        RetryPolicy::pauseAfter(error, ++m_tries, QRandomGenerator::global()->generateDouble());
    hear(error, pause, sentAt());
    return pause;
}

bool CallTicket::parkAfter(const Error& error)
{
    if (error.kind != ErrorKind::QuotaExhausted || !m_terms.options.waitsForReset || !m_door.queue)
        return false;
    settle({}, {}, false, false, &error);
    m_callId = newId();
    m_tries = 0;
    m_place = 0;
    m_state = State::New;
    return true;
}

} // namespace orangery
