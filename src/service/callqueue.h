// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTimer>
#include <chrono>
#include <functional>

namespace orangery {

/// Who goes first: somebody looks at the answer; a page works for somebody; nobody waits.
enum class CallPriority { Interactive, Normal, Background };

/// Who of one Workbench's calls may go to the service now. It holds back those whose minute is used up, those
/// that wait for tomorrow's quota, and more than a few background calls at once.
class CallQueue : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostInBackground = 6;

    explicit CallQueue(QObject* parent = nullptr);

    /// `go` is called once, on a later turn of the event loop, when it is the call's turn; the call is then
    /// on its way until it leaves. `rateKey` names what the service counts by the minute.
    qint64 enter(CallPriority priority, const QString& rateKey, std::function<void()> go);
    /// From any place, any number of times.
    void leave(qint64 id);
    /// Back to the place that it had, to be called again.
    void again(qint64 id);
    /// The same, but not before release().
    void park(qint64 id);
    /// Parked calls take their places again: a new day, or the user overrode it.
    void release();
    /// Nothing of this key goes before then.
    void pause(const QString& rateKey, std::chrono::milliseconds pause);

    /// 1: the next of its key; 0: on its way, or not in the queue.
    int position(qint64 id) const;
    bool isParked(qint64 id) const;

signals:
    /// Positions have changed.
    void moved();

private:
    enum class State { Waiting, Parked, OnItsWay };
    struct Entry
    {
        qint64 id = 0;
        CallPriority priority = CallPriority::Normal;
        QString rateKey;
        std::function<void()> go;
        State state = State::Waiting;
    };

    Entry* find(qint64 id);
    void callNext();
    bool mayGo(const Entry& entry, int inBackground) const;

    QList<Entry> m_entries; ///< by priority, then by arrival
    QHash<QString, QDeadlineTimer> m_pauses;
    QTimer m_wake;
    qint64 m_lastId = 0;
};

} // namespace orangery
