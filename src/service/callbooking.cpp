// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"
#include "core/errortable.h"
#include "core/pricebook.h"
#include "service/callticket.h"

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

    if (error && error->kind == ErrorKind::NoSuchModel)
        m_door.noteMissing(m_terms.modelId);
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
    booking.startedAt = correctedStart(error);
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

QDateTime CallTicket::sentAt() const
{
    return m_door.utcNow().addMSecs(-since(m_sentAt).count());
}

std::optional<QDateTime> CallTicket::correctedStart(const Error* error) const
{
    if (!m_believedStart.isValid())
        return std::nullopt; // another process wrote the row
    // the day that is used up is the one in which the refused try was sent, were it not the first
    if (error && error->kind == ErrorKind::QuotaExhausted && m_tries > 0 &&
        sentAt().date() != m_believedStart.date())
        return sentAt();
    const QDateTime start = m_door.utcNow().addMSecs(-since(m_reservedAt).count());
    const std::chrono::milliseconds off(start.msecsTo(m_believedStart));
    return std::chrono::abs(off) > clockNoise ? std::optional(start) : std::nullopt;
}

} // namespace orangery
