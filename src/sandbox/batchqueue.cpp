// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/batchqueue.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"

#include <QJsonDocument>
#include <QUuid>
#include <mutex>

namespace orangery::sandbox {

namespace {

constexpr qsizetype keptBatches = 200;

QByteArray stateObject(const char* status, const QString& id, const QString& model)
{
    return ObjectWriter()
        .string("status", QString::fromLatin1(status))
        .string("request_id", id)
        .string("model", model)
        .bytes();
}

/// What stands after "result" in the envelope that success() wrote.
QByteArray resultOf(const QByteArray& envelope)
{
    static const QByteArray head = R"({"result":)";
    static const QByteArray tail = R"(,"success":true,"errors":[],"messages":[]})";
    return envelope.mid(head.size(), envelope.size() - head.size() - tail.size());
}

QByteArray responseOf(qint64 id, const BatchItem& item, const Reply& reply)
{
    const bool isJson = reply.headers.contains({"Content-Type", "application/json"});
    const bool isGood = reply.status == 200 && !reply.isStream();
    ObjectWriter response;
    response.number("id", id);
    if (isGood && isJson) {
        response.raw("result", resultOf(reply.body));
    } else if (isGood) {
        const QString media = QString::fromLatin1(reply.body.toBase64());
        response.raw("result", ObjectWriter().string("audio", media).bytes());
    } else {
        response.raw("result", "null");
        response.raw("errors", json(QJsonDocument::fromJson(reply.body)[QLatin1String("errors")].toArray()));
    }
    response.boolean("success", isGood);
    if (!item.reference.isNull())
        response.string("external_reference", item.reference);
    return response.bytes();
}

} // namespace

/// Shared with the worker that makes its answers.
struct BatchQueue::Batch
{
    QString id;
    QString model;
    QDateTime at;
    bool tellsNeurons = true;
    std::vector<BatchItem> items = {};

    std::mutex mutex = {};
    QByteArray responses = {}; ///< made once

    Reply answer()
    {
        const std::lock_guard lock(mutex);
        if (!responses.isEmpty())
            return success(responses);
        Cost cost{.model = model, .neurons = -1, .inputTokens = 0, .outputTokens = 0, .isTold = tellsNeurons};
        ArrayWriter all;
        qint64 index = 0;
        for (BatchItem& item : items) {
            const Reply reply = item.reply.later ? item.reply.later() : std::move(item.reply);
            all.raw(responseOf(index++, item, reply));
            if (!reply.cost)
                continue;
            if (reply.cost->neurons >= 0)
                cost.neurons = std::max(cost.neurons, 0.0) + reply.cost->neurons;
            cost.inputTokens += reply.cost->inputTokens;
            cost.outputTokens += reply.cost->outputTokens;
        }
        items.clear();
        ObjectWriter usage;
        usage.number("prompt_tokens", cost.inputTokens)
            .number("completion_tokens", cost.outputTokens)
            .number("total_tokens", cost.inputTokens + cost.outputTokens);
        if (tellsNeurons && cost.neurons >= 0)
            usage.decimal("neurons", cost.neurons);
        responses = ObjectWriter().raw("responses", all.bytes()).raw("usage", usage.bytes()).bytes();
        Reply reply = success(responses);
        reply.cost = cost;
        return reply;
    }
};

QString BatchQueue::add(const QString& model, std::vector<BatchItem> items, const QDateTime& now,
                        bool tellsNeurons)
{
    static const QUuid space(QStringLiteral("{0c5f1f9e-2f3c-5d5a-8a43-62617463686f}"));
    auto batch = std::make_shared<Batch>();
    batch->id = QUuid::createUuidV5(space, QString::number(++m_count)).toString(QUuid::WithoutBraces);
    batch->model = model;
    batch->at = now;
    batch->tellsNeurons = tellsNeurons;
    batch->items = std::move(items);
    m_batches[batch->id] = batch;
    m_order << batch->id;
    if (m_order.size() > keptBatches)
        m_batches.remove(m_order.takeFirst());
    return batch->id;
}

Reply BatchQueue::poll(const QString& id, const QString& model, const QDateTime& now,
                       std::chrono::milliseconds wait) const
{
    const std::shared_ptr<Batch> batch = m_batches.value(id);
    if (!batch || batch->model != model)
        return failure(badInput(QStringLiteral("no asynchronous request %1 of %2").arg(id, model)));
    const std::chrono::milliseconds age(batch->at.msecsTo(now));
    if (age < wait / 2)
        return success(stateObject("queued", id, model));
    if (age < wait)
        return success(stateObject("running", id, model));
    Reply reply;
    reply.later = [batch] { return batch->answer(); };
    return reply;
}

} // namespace orangery::sandbox
