// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/callticket.h"

#include "core/clock.h"
#include "core/errortable.h"
#include "core/ids.h"
#include "core/pricebook.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>

namespace orangery {

namespace {

/// What the network and a stepping clock make of one moment; more is a clock that was wrong.
constexpr std::chrono::minutes clockNoise{1};

} // namespace

Error withBill(Error error, const CallCost& cost)
{
    if (!cost.isReported() && error.kind != ErrorKind::Canceled)
        error.message += u' ' + CallTicket::tr("The service may have billed it all the same, so it was not "
                                               "asked again.");
    return error;
}

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

void CallTicket::admit(std::function<void(Result<Neurons>)> done)
{
    m_done = std::move(done);
    m_state = State::Waiting;
    if (m_place != 0 || !m_door.queue)
        return reserve();
    m_place = m_door.queue->enter(m_terms.options.priority, m_terms.rateKey(), [this] { reserve(); });
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
    return reservation;
}

void CallTicket::reserve()
{
    if (m_state != State::Waiting)
        return;
    if (m_terms.isPriced() && m_door.isQuotaExhausted()) {
        if (m_terms.options.waitsForReset && m_door.queue)
            return m_door.queue->park(m_place);
        return answer(Error::of(ErrorKind::QuotaExhausted));
    }
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
    const bool isForToday = error.kind == ErrorKind::BudgetReached || error.kind == ErrorKind::QuotaExhausted;
    if (isForToday && m_terms.options.waitsForReset && m_door.queue)
        return m_door.queue->park(m_place);
    answer(error);
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

void CallTicket::hear(const Error& error, std::optional<std::chrono::milliseconds> pause)
{
    if (error.kind == ErrorKind::QuotaExhausted)
        m_door.noteQuotaExhausted();
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
    hear(error, pause);
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

CallCost CallTicket::settle(const ServiceFacts& facts, const WorkUnits& work, bool isExact, bool isBilled,
                            const Error* error)
{
    CallCost cost;
    cost.work = work;
    cost.latency = m_tries > 0 || m_wasSent ? since(m_sentAt) : std::chrono::milliseconds(0);
    const bool isBooked = m_state == State::Reserving || m_state == State::Reserved;
    if (m_door.queue)
        m_door.queue->leave(m_place);
    m_state = State::Settled;
    m_done = nullptr;

    const std::optional<Neurons> listPrice =
        m_terms.model ? pricebook::price(*m_terms.model, work) : std::nullopt;
    const bool isCharged = isBilled || (error && error->kind == ErrorKind::Canceled && m_wasSent);
    if (facts.neurons) {
        cost.neurons = *facts.neurons;
        cost.bookedBy = facts.isNeuronsInHead ? BookedBy::Header : BookedBy::Usage;
    } else if (isCharged && m_terms.estimate && !isExact && work == m_terms.expected) {
        cost.neurons = *m_terms.estimate;
        cost.bookedBy = BookedBy::Estimate;
    } else if (isCharged && listPrice) {
        cost.neurons = *listPrice;
        cost.bookedBy = isExact ? BookedBy::Price : BookedBy::Estimate;
    } else if (isCharged && m_terms.estimate) {
        cost.neurons = *m_terms.estimate;
        cost.bookedBy = BookedBy::Estimate;
    }
    m_door.noteCost(m_inspectedId, cost.neurons, cost.bookedBy);
    // the writer answers in order: a reservation that is still on its way is settled behind it
    if (!isBooked)
        return cost;
    Booking booking;
    booking.id = m_callId;
    booking.usage = work.tokens;
    booking.units = work.text();
    if (facts.usage && !error)
        booking.countedPrompt = m_terms.countedPrompt;
    booking.neurons = cost.neurons;
    booking.bookedBy = cost.bookedBy;
    if (isExact)
        booking.listPrice = listPrice;
    booking.httpStatus = error && error->httpStatus != 0 ? error->httpStatus : facts.httpStatus;
    booking.latencyMs = cost.latency.count();
    booking.rayId = facts.rayId;
    booking.startedAt = correctedStart();
    if (error)
        booking.errorKind = nameOf(error->kind);
    m_door.book(booking);
    if (cost.isReported() && booking.listPrice)
        m_door.learn({m_terms.modelId, booking.units, cost.neurons, *booking.listPrice});
    if (booking.countedPrompt > 0)
        m_door.learnTokens({m_terms.modelId, booking.countedPrompt, facts.usage->promptTokens});
    return cost;
}

CallCost CallTicket::settleCached(Neurons spared)
{
    CallCost cost;
    cost.bookedBy = BookedBy::Cache;
    cost.saved = spared;
    Reservation row = reservation();
    row.estimate = {};
    Booking booking;
    booking.id = m_callId;
    booking.bookedBy = BookedBy::Cache;
    booking.saved = spared;
    m_door.record(row, booking);
    m_door.noteCost(m_inspectedId, cost.neurons, cost.bookedBy);
    m_state = State::Settled;
    return cost;
}

std::optional<QDateTime> CallTicket::correctedStart() const
{
    if (!m_believedStart.isValid())
        return std::nullopt; // another process wrote the row
    const QDateTime start = m_door.utcNow().addMSecs(-since(m_reservedAt).count());
    const std::chrono::milliseconds off(start.msecsTo(m_believedStart));
    return std::chrono::abs(off) > clockNoise ? std::optional(start) : std::nullopt;
}

} // namespace orangery
