// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/delivery.h"

#include "httpserver/exchange.h"

namespace orangery::sandbox {

namespace {

// A real stream comes in network packets; nothing is gained by a finer clock.
constexpr int tick = 5;
constexpr qint64 floodPiece = 64 * 1024;

} // namespace

Delivery::Delivery(Exchange& exchange, Reply reply, const Fault& fault, const Pace& pace)
    : QObject(&exchange),
      m_exchange(exchange),
      m_reply(std::move(reply)),
      m_fault(fault),
      m_pace(pace)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&exchange, &Exchange::clientGone, &m_timer, &QTimer::stop);
    if (fault.is("hang"))
        return;
    if (fault.is("close") || (fault.is("lost") && fault.variant.isEmpty())) {
        exchange.abort();
        return;
    }
    std::chrono::milliseconds wait = pace.latency;
    if (fault.is("slow-first-byte") || fault.is("busy"))
        wait += std::chrono::milliseconds(fault.number(2000));
    if (wait.count() > 0)
        QTimer::singleShot(wait, Qt::PreciseTimer, this, &Delivery::start);
    else
        start();
}

void Delivery::start()
{
    m_sinceStart.start();
    if (m_fault.is("flood")) {
        m_exchange.begin(m_reply.status, m_reply.headers);
        m_floodLeft = m_fault.number(64) > 0 ? m_fault.number(64) * qint64{1024 * 1024} : -1;
        connect(&m_exchange, &Exchange::drained, this, &Delivery::sendFlood);
        sendFlood();
    } else if (m_reply.isStream()) {
        m_exchange.begin(m_reply.status, m_reply.headers);
        const bool breaks = m_fault.is("cut") || m_fault.is("stall");
        const std::size_t most = m_reply.events.size();
        m_end =
            breaks ? std::min<std::size_t>(static_cast<std::size_t>(std::max(0, m_fault.number(3))), most - 1)
                   : most;
        connect(&m_timer, &QTimer::timeout, this, &Delivery::sendEvents);
        connect(&m_exchange, &Exchange::drained, this, &Delivery::sendEvents);
        if (m_pace.eventsPerSecond > 0)
            m_timer.start(tick);
        sendEvents();
    } else if (m_fault.is("cut") || m_fault.is("stall")) {
        sendBroken();
    } else {
        sendWhole();
    }
}

void Delivery::sendWhole()
{
    if (m_fault.is("split")) {
        m_exchange.begin(m_reply.status, m_reply.headers);
        sendSplit(m_reply.body);
        return;
    }
    m_exchange.answer(m_reply.status, m_reply.headers, m_reply.body);
}

void Delivery::sendBroken()
{
    m_exchange.begin(m_reply.status, m_reply.headers, m_reply.body.size() + 1);
    m_exchange.write(m_reply.body.left(m_reply.body.size() / 2));
    if (m_fault.is("cut"))
        m_exchange.cut();
}

void Delivery::sendEvents()
{
    if (!m_exchange.isOpen())
        return;
    std::size_t due = m_end;
    if (m_pace.eventsPerSecond > 0) {
        const double events = static_cast<double>(m_sinceStart.elapsed()) * m_pace.eventsPerSecond / 1000.0;
        due = std::min(m_end, static_cast<std::size_t>(events) + 1);
    }
    if (m_fault.is("split")) {
        QByteArray all;
        for (const QByteArray& event : m_reply.events)
            all += event;
        m_timer.stop();
        sendSplit(all);
        return;
    }
    while (m_next < due) {
        if (!m_exchange.write(m_reply.events[m_next]))
            return;
        ++m_next;
        if (m_exchange.bytesPending() > Exchange::highWater)
            return; // `drained` goes on
    }
    if (m_next == m_end)
        endOfEvents();
}

void Delivery::endOfEvents()
{
    m_timer.stop();
    if (m_fault.is("stall"))
        return;
    if (m_fault.is("cut")) {
        const QByteArray& event = m_reply.events[m_end];
        m_exchange.write(event.left(event.size() / 2));
        m_exchange.cut();
        return;
    }
    m_exchange.finish();
}

void Delivery::sendFlood()
{
    // One event or one endless line, in either stream shape understood as text.
    static const QByteArray line(1000, 'f');
    static const QByteArray event = R"(data: {"response":")" + line +
                                    R"(","choices":[{"index":0,"delta":{"content":")" + line + R"("}}]})" +
                                    "\n\n";
    const bool oneLine = m_fault.variant == u"line";
    while (m_floodLeft != 0 && m_exchange.bytesPending() <= Exchange::highWater) {
        QByteArray piece = oneLine && m_next++ == 0 ? QByteArray("data: ") : QByteArray();
        while (piece.size() < floodPiece)
            piece += oneLine ? line : event;
        if (!m_exchange.write(piece))
            return;
        if (m_floodLeft > 0)
            m_floodLeft = std::max<qint64>(0, m_floodLeft - piece.size());
    }
    if (m_floodLeft == 0 && m_exchange.isOpen())
        m_exchange.finish();
}

void Delivery::sendSplit(const QByteArray& bytes)
{
    m_splitRest = bytes;
    auto* timer = new QTimer(this);
    // One piece each turn, so that every one travels in a packet of its own.
    connect(timer, &QTimer::timeout, this, [this, timer] {
        const qsizetype size = std::max(1, m_fault.number(1));
        if (m_splitRest.isEmpty() || !m_exchange.write(m_splitRest.left(size))) {
            timer->stop();
            m_exchange.finish();
            return;
        }
        m_splitRest.remove(0, size);
    });
    timer->start(0);
}

} // namespace orangery::sandbox
