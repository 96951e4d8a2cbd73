// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpexchange.h"
#include "service/inspectedcall.h"

#include <QMap>
#include <QObject>
#include <deque>
#include <functional>

namespace orangery {

class HttpClient;
class Workbench;

/// The last requests with all that was sent and came, in memory only. One for the program, in one thread; the
/// clients and workbenches it hears of may live in others.
class Inspector : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostCalls = 200;
    /// Of all texts together; beyond it the oldest lose theirs.
    static constexpr qint64 mostBytes = 48LL * 1024 * 1024;

    using Done = std::function<void(const Error*)>;
    /// Asks the same of another model; `done` hears how it ended, unless `context` goes first. Does nothing
    /// to the object it was made from.
    using Replay =
        std::function<void(Workbench& workbench, const QString& model, QObject* context, const Done& done)>;

    explicit Inspector(QObject* parent = nullptr);

    /// Listens to all requests of `client`.
    void follow(const HttpClient& client);

    /// Oldest first.
    QList<InspectedCall> calls() const;
    int count() const { return static_cast<int>(m_entries.size()); }
    InspectedCall callAt(int row) const;
    InspectedTexts textsOf(quint64 id) const;
    /// False: it cannot be replayed (InspectedCall::canReplay).
    bool replay(quint64 id, const QString& model, Workbench& workbench, QObject* context, const Done& done);
    void clear();

    /// A call that is about to be made, so that its requests have a name. Thread-safe.
    void noteCall(qint64 callId, const QString& task, const QString& model, const QString& origin,
                  const Replay& replay);
    /// What the call came to. Thread-safe.
    void noteCost(qint64 callId, Neurons neurons, BookedBy bookedBy);

signals:
    /// A row at the end.
    void added();
    void changed(int row);
    /// The first row went.
    void removedFirst();
    void cleared();

private:
    struct NotedCall
    {
        QString task;
        QString model;
        QString origin;
        Replay replay;
        std::optional<Neurons> neurons;
        BookedBy bookedBy = BookedBy::Nothing;
    };
    struct Entry
    {
        HttpExchange exchange;
        bool isDropped = false;
    };

    void take(const HttpExchange& exchange);
    void bound();
    void drop(Entry& entry);
    void forgetUnsent();
    int rowOf(quint64 id) const;
    int lastRowOf(qint64 callId) const; ///< -1: it sent nothing, or that is gone
    static qint64 bytesOf(const Entry& entry);

    std::deque<Entry> m_entries;
    QMap<qint64, NotedCall> m_calls;
    qint64 m_bytes = 0;
};

} // namespace orangery
