// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/callqueue.h"

#include <algorithm>

namespace orangery {

void CallQueue::Entry::wait()
{
    state = State::Waiting;
    deadline = longestWait ? QDeadlineTimer(*longestWait) : QDeadlineTimer(QDeadlineTimer::Forever);
}

CallQueue::CallQueue(QObject* parent) : QObject(parent)
{
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &CallQueue::callNext);
    m_look.setSingleShot(true);
    m_look.setInterval(looksForRoomEvery);
    connect(&m_look, &QTimer::timeout, this, &CallQueue::roomWanted);
}

qint64 CallQueue::enter(CallPriority priority, const QString& rateKey, std::function<void()> go,
                        std::optional<std::chrono::milliseconds> longestWait)
{
    const auto place = std::ranges::upper_bound(m_entries, priority, std::less<>(), &Entry::priority);
    Entry entry{++m_lastId, priority, rateKey, std::move(go), longestWait};
    entry.wait();
    m_entries.insert(place, std::move(entry));
    m_wake.start(0);
    emit moved();
    return m_lastId;
}

void CallQueue::leave(qint64 id)
{
    const auto before = m_entries.size();
    m_entries.removeIf([id](const Entry& entry) { return entry.id == id; });
    if (m_entries.size() == before)
        return;
    m_wake.start(0);
    emit moved();
}

void CallQueue::again(qint64 id)
{
    if (Entry* entry = find(id)) {
        entry->state = State::Waiting;
        m_wake.start(0);
        emit moved();
    }
}

void CallQueue::park(qint64 id)
{
    if (Entry* entry = find(id)) {
        entry->state = State::Parked;
        entry->limitKey.clear();
        m_wake.start(0); // its place on the way is free
        emit moved();
    }
}

void CallQueue::parkForRoom(qint64 id, const QString& limitKey, Neurons need)
{
    Entry* parked = find(id);
    if (!parked)
        return;
    parked->state = State::Parked;
    parked->limitKey = limitKey;
    parked->need = need;
    for (Entry& entry : m_entries) {
        if (entry.state == State::Waiting && entry.limitKey == limitKey && entry.need >= need)
            entry.state = State::Parked;
    }
    if (!m_look.isActive())
        m_look.start();
    m_wake.start(0);
    emit moved();
}

void CallQueue::release()
{
    for (Entry& entry : m_entries) {
        if (entry.state == State::Parked)
            entry.wait();
    }
    m_wake.start(0);
    emit moved();
}

void CallQueue::releaseForRoom()
{
    bool isAny = false;
    for (Entry& entry : m_entries) {
        if (entry.state != State::Parked || entry.limitKey.isEmpty())
            continue;
        entry.wait();
        isAny = true;
    }
    if (!isAny)
        return;
    m_wake.start(0);
    emit moved();
}

void CallQueue::pause(const QString& rateKey, std::chrono::milliseconds pause)
{
    const QDeadlineTimer until(pause);
    QDeadlineTimer& known = m_pauses[rateKey];
    if (known < until)
        known = until;
    m_wake.start(0);
    emit moved();
}

int CallQueue::position(qint64 id) const
{
    const auto entry = std::ranges::find(m_entries, id, &Entry::id);
    if (entry == m_entries.end() || entry->state == State::OnItsWay)
        return 0;
    return 1 + static_cast<int>(std::count_if(m_entries.begin(), entry, [&](const Entry& other) {
               return other.rateKey == entry->rateKey && other.state == entry->state;
           }));
}

bool CallQueue::isParked(qint64 id) const
{
    const Entry* entry = find(id);
    return entry && entry->state == State::Parked;
}

WaitReason CallQueue::reason(qint64 id) const
{
    const Entry* entry = find(id);
    if (!entry || entry->state == State::OnItsWay)
        return WaitReason::None;
    if (entry->state == State::Parked)
        return entry->limitKey.isEmpty() ? WaitReason::Reset : WaitReason::Room;
    return pauseLeft(entry->rateKey) ? WaitReason::Rate : WaitReason::Turn;
}

std::optional<std::chrono::milliseconds> CallQueue::pauseLeft(const QString& rateKey) const
{
    const auto pause = m_pauses.constFind(rateKey);
    if (pause == m_pauses.constEnd() || pause->hasExpired())
        return std::nullopt;
    return std::chrono::milliseconds(pause->remainingTime());
}

const CallQueue::Entry* CallQueue::find(qint64 id) const
{
    const auto entry = std::ranges::find(m_entries, id, &Entry::id);
    return entry == m_entries.end() ? nullptr : &*entry;
}

CallQueue::Entry* CallQueue::find(qint64 id)
{
    const auto entry = std::ranges::find(m_entries, id, &Entry::id);
    return entry == m_entries.end() ? nullptr : &*entry;
}

bool CallQueue::mayGo(const Entry& entry, int inBackground) const
{
    if (entry.state != State::Waiting)
        return false;
    const auto pause = m_pauses.constFind(entry.rateKey);
    if (pause != m_pauses.constEnd() && !pause->hasExpired())
        return entry.deadline < *pause; // to be told so
    return entry.priority != CallPriority::Background || inBackground < mostInBackground;
}

// One a turn: what is called may change the queue.
void CallQueue::callNext()
{
    m_pauses.removeIf([](const auto& pause) { return pause.value().hasExpired(); });
    const auto inBackground = std::ranges::count_if(m_entries, [](const Entry& entry) {
        return entry.state == State::OnItsWay && entry.priority == CallPriority::Background;
    });
    const auto next = std::ranges::find_if(
        m_entries, [&](const Entry& entry) { return mayGo(entry, static_cast<int>(inBackground)); });
    if (next != m_entries.end()) {
        next->state = State::OnItsWay;
        m_wake.start(0);
        const std::function<void()> go = next->go;
        emit moved();
        return go();
    }
    qint64 soonest = -1;
    for (const QDeadlineTimer& pause : std::as_const(m_pauses)) {
        const qint64 left = pause.remainingTime() + 1;
        soonest = soonest < 0 ? left : std::min(soonest, left);
    }
    if (soonest >= 0)
        m_wake.start(std::chrono::milliseconds(soonest));
}

} // namespace orangery
