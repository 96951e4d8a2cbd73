// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>
#include <optional>

namespace orangery {

/// Who goes first: somebody looks at the answer; a page works for somebody; nobody waits.
enum class CallPriority { Interactive, Normal, Background };

/// Why a call does not go yet: it does not wait; others are before it; its minute is used up, or the service
/// asked for patience; others hold what is left of a limit; today's quota is used up.
enum class WaitReason { None, Turn, Rate, Room, Reset };

/// Who of one Workbench's calls may go to the service now. It holds back those whose minute is used up, those
/// that wait for quota, and more than a few background calls at once.
class CallQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostInBackground = 6;
    /// Nobody tells when another process frees what it held: a look this often, while a call waits for that.
    static constexpr std::chrono::seconds looksForRoomEvery{15};

    explicit CallQueue(QObject* parent = nullptr);

    /// `go` is called once, on a later turn of the event loop, when it is the call's turn; the call is then
    /// on its way until it leaves. `rateKey` names what the service counts by the minute. A call that its
    /// rate holds back for longer than `longestWait` is called at once: pauseLeft() then says for how long.
    qint64 enter(CallPriority priority, const QString& rateKey, std::function<void()> go,
                 std::optional<std::chrono::milliseconds> longestWait = std::nullopt);
    /// From any place, any number of times.
    void leave(qint64 id);
    /// Back to the place that it had, to be called again.
    void again(qint64 id);
    /// The same, but not before release().
    void park(qint64 id);
    /// The same, or not before releaseForRoom(): of the limit that `limitKey` names, `need` was not left.
    /// What was released for the same limit and needs as much is parked with it, without asking.
    void parkForRoom(qint64 id, const QString& limitKey, Neurons need);
    /// Parked calls take their places again: a new day, or the user overrode it.
    void release();
    /// Those that wait for room do: somebody may have made some.
    void releaseForRoom();
    /// Nothing of this key goes before then.
    void pause(const QString& rateKey, std::chrono::milliseconds pause);

    /// 1: the next of its key; 0: on its way, or not in the queue.
    int position(qint64 id) const;
    bool isParked(qint64 id) const;
    WaitReason reason(qint64 id) const;
    /// Nothing: the key may go.
    std::optional<std::chrono::milliseconds> pauseLeft(const QString& rateKey) const;

signals:
    /// Positions or reasons have changed.
    void moved();
    /// Time to look whether there is room.
    void roomWanted();

private:
    enum class State { Waiting, Parked, OnItsWay };
    struct Entry
    {
        qint64 id = 0;
        CallPriority priority = CallPriority::Normal;
        QString rateKey;
        std::function<void()> go;
        std::optional<std::chrono::milliseconds> longestWait;
        QDeadlineTimer deadline{QDeadlineTimer::Forever};
        State state = State::Waiting;
        QString limitKey = {}; ///< empty: does not wait for room
        Neurons need = {};

        void wait();
    };

    Entry* find(qint64 id);
    const Entry* find(qint64 id) const;
    void callNext();
    bool mayGo(const Entry& entry, int inBackground) const;

    QList<Entry> m_entries; ///< by priority, then by arrival
    QHash<QString, QDeadlineTimer> m_pauses;
    QTimer m_wake;
    QTimer m_look;
    qint64 m_lastId = 0;
};

} // namespace orangery
