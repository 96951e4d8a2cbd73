// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inspector.h"

#include "net/httpclient.h"
#include "service/inspectedtexts.h"

#include <QThread>

namespace orangery {

namespace {

template <typename Act>
void inThreadOf(QObject* object, Act act)
{
    if (object->thread() == QThread::currentThread())
        act();
    else
        QMetaObject::invokeMethod(object, std::move(act), Qt::QueuedConnection);
}

} // namespace

Inspector::Inspector(QObject* parent) : QObject(parent) {}

void Inspector::follow(const HttpClient& client)
{
    connect(&client, &HttpClient::exchangeChanged, this, &Inspector::take);
}

QList<InspectedCall> Inspector::calls() const
{
    QList<InspectedCall> calls;
    for (int row = 0; row < count(); ++row)
        calls.append(callAt(row));
    return calls;
}

InspectedCall Inspector::callAt(int row) const
{
    const Entry& entry = m_entries.at(static_cast<size_t>(row));
    const HttpExchange& exchange = entry.exchange;
    InspectedCall call;
    call.id = exchange.id;
    call.startedAt = exchange.startedAt;
    call.method = QString::fromLatin1(exchange.request.method);
    call.url = exchange.request.url;
    call.hasEnded = exchange.hasEnded;
    if (exchange.head) {
        call.status = exchange.head->status;
        call.rayId = QString::fromLatin1(exchange.head->header("cf-ray"));
    }
    call.isHttp2 = exchange.isHttp2;
    call.firstByte = exchange.firstByte;
    call.duration = exchange.duration;
    call.error = exchange.error;
    call.requestBytes = exchange.requestBytes;
    call.replyBytes = exchange.replyBytes;
    call.isDropped = entry.isDropped;
    const auto noted = m_calls.constFind(exchange.request.callId);
    if (noted == m_calls.constEnd())
        return call;
    call.task = noted->task;
    call.model = noted->model;
    call.origin = noted->origin;
    call.canReplay = exchange.hasEnded && noted->replay;
    // a call that was tried again has several rows; its cost is that of the last
    if (noted->neurons && lastRowOf(exchange.request.callId) == row) {
        call.neurons = noted->neurons;
        call.bookedBy = noted->bookedBy;
    }
    return call;
}

InspectedTexts Inspector::textsOf(quint64 id) const
{
    const int row = rowOf(id);
    if (row < 0)
        return {};
    const Entry& entry = m_entries.at(static_cast<size_t>(row));
    return entry.isDropped ? InspectedTexts() : inspectedTexts(entry.exchange);
}

bool Inspector::replay(quint64 id, const QString& model, Workbench& workbench, QObject* context,
                       const Done& done)
{
    const int row = rowOf(id);
    if (row < 0 || !callAt(row).canReplay)
        return false;
    const Replay replay =
        m_calls.value(m_entries.at(static_cast<size_t>(row)).exchange.request.callId).replay;
    replay(workbench, model, context, done);
    return true;
}

void Inspector::clear()
{
    m_entries.clear();
    m_calls.clear();
    m_bytes = 0;
    emit cleared();
}

void Inspector::noteCall(qint64 callId, const QString& task, const QString& model, const QString& origin,
                         const Replay& replay)
{
    inThreadOf(this, [this, callId, noted = NotedCall{task, model, origin, replay, {}, {}}] {
        m_calls.insert(callId, noted);
        forgetUnsent();
    });
}

void Inspector::noteCost(qint64 callId, Neurons neurons, BookedBy bookedBy)
{
    inThreadOf(this, [this, callId, neurons, bookedBy] {
        const auto noted = m_calls.find(callId);
        if (noted == m_calls.end())
            return;
        noted->neurons = neurons;
        noted->bookedBy = bookedBy;
        if (const int row = lastRowOf(callId); row >= 0)
            emit changed(row);
        else
            m_calls.erase(noted); // it sent nothing
    });
}

void Inspector::take(const HttpExchange& exchange)
{
    int row = rowOf(exchange.id);
    if (row < 0) {
        if (exchange.hasEnded) // its beginning was cleared away
            return;
        m_entries.push_back({exchange});
        m_bytes += bytesOf(m_entries.back());
        emit added();
        return bound();
    }
    Entry& entry = m_entries[static_cast<size_t>(row)];
    if (!entry.isDropped) { // a running one is never dropped
        m_bytes -= bytesOf(entry);
        entry.exchange = exchange;
        m_bytes += bytesOf(entry);
    }
    emit changed(row);
    bound();
}

void Inspector::bound()
{
    while (m_entries.size() > mostCalls) {
        const Entry first = std::move(m_entries.front());
        m_entries.pop_front();
        if (!first.isDropped)
            m_bytes -= bytesOf(first);
        if (lastRowOf(first.exchange.request.callId) < 0)
            m_calls.remove(first.exchange.request.callId);
        emit removedFirst();
    }
    for (size_t row = 0; row < m_entries.size() && m_bytes > mostBytes; ++row) {
        if (m_entries[row].isDropped || !m_entries[row].exchange.hasEnded)
            continue;
        drop(m_entries[row]);
        emit changed(static_cast<int>(row));
    }
}

void Inspector::drop(Entry& entry)
{
    m_bytes -= bytesOf(entry);
    entry.isDropped = true;
    entry.exchange.request.body.clear();
    entry.exchange.replyBody.clear();
    if (const auto noted = m_calls.find(entry.exchange.request.callId); noted != m_calls.end())
        noted->replay = nullptr;
}

/// The oldest of those that wait, or ended before they sent anything.
void Inspector::forgetUnsent()
{
    for (auto noted = m_calls.begin(); noted != m_calls.end() && m_calls.size() > 2 * mostCalls;)
        noted = lastRowOf(noted.key()) >= 0 ? std::next(noted) : m_calls.erase(noted);
}

int Inspector::rowOf(quint64 id) const
{
    for (size_t row = m_entries.size(); row-- > 0;) {
        if (m_entries[row].exchange.id == id)
            return static_cast<int>(row);
    }
    return -1;
}

int Inspector::lastRowOf(qint64 callId) const
{
    for (size_t row = m_entries.size(); row-- > 0;) {
        if (m_entries[row].exchange.request.callId == callId)
            return static_cast<int>(row);
    }
    return -1;
}

/// With the request that a replay keeps; a call that was tried again counts it twice.
qint64 Inspector::bytesOf(const Entry& entry)
{
    const HttpExchange& exchange = entry.exchange;
    return exchange.request.body.size() + exchange.replyBody.size() +
           (exchange.request.callId != 0 ? exchange.requestBytes : 0);
}

} // namespace orangery
