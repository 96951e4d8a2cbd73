// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fault.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <chrono>

namespace orangery {
class Exchange;
}

namespace orangery::sandbox {

/// Sends one Reply at the pace of a model, with the faults that lie in the way of sending.
/// A child of its Exchange, and ends with it.
class Delivery : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds latency{0};
        double eventsPerSecond = 0; ///< 0: as fast as the client reads
    };

    Delivery(Exchange& exchange, Reply reply, const Fault& fault, const Pace& pace);

private:
    void start();
    void sendWhole();
    void sendBroken();
    void sendEvents();
    void sendFlood();
    void sendSplit(const QByteArray& bytes);
    void endOfEvents();

    Exchange& m_exchange;
    const Reply m_reply;
    const Fault m_fault;
    const Pace m_pace;
    QTimer m_timer;
    QElapsedTimer m_sinceStart;
    std::size_t m_next = 0;
    std::size_t m_end = 0; ///< events before this one are sent
    qint64 m_floodLeft = 0;
    QByteArray m_splitRest;
};

} // namespace orangery::sandbox
