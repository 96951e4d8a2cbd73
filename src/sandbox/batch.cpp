// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/batch.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"

#include <QUrlQuery>

namespace orangery::sandbox {

namespace {

constexpr qsizetype largestPayload = 10'000'000;

std::optional<Failure> itemFailure(const QJsonValue& item, qsizetype index)
{
    const QJsonValue reference = item[QLatin1String("external_reference")];
    if (!item.isObject())
        return badInput(QStringLiteral("'/requests/%1' must be object").arg(index));
    if (!reference.isUndefined() && !reference.isString())
        return badInput(QStringLiteral("'/requests/%1/external_reference' must be string").arg(index));
    if (item[QLatin1String("stream")].toBool())
        return badInput(QStringLiteral("'/requests/%1/stream' cannot be combined with the queue").arg(index));
    return std::nullopt;
}

Reply enqueue(const ModelCall& call, const QJsonArray& requests, Task task)
{
    if (requests.isEmpty())
        return failure(badInput(QStringLiteral("'/requests' must have items")));
    qsizetype index = 0;
    for (const QJsonValue& request : requests) {
        if (const auto reason = itemFailure(request, index++))
            return failure(*reason);
    }
    if (call.state.quotaIsUsedUp())
        return failure(errorRow(3036));
    std::vector<BatchItem> items;
    const bool tells = call.state.nextTellsNeurons();
    for (const QJsonValue& request : requests) {
        QJsonObject body = request.toObject();
        const QString reference = body.take(QStringLiteral("external_reference")).toString();
        ServerRequest single = call.request;
        single.query.clear();
        single.body = json(body);
        items.push_back({reference, task({single, call.model, call.state, {}})});
    }
    const QString id = call.state.batches.add(call.model.id, std::move(items), call.state.now(), tells);
    return success(ObjectWriter()
                       .string("status", QStringLiteral("queued"))
                       .string("request_id", id)
                       .string("model", call.model.id)
                       .bytes());
}

} // namespace

bool isForBatch(const ServerRequest& request)
{
    const QUrlQuery query(QString::fromUtf8(request.query));
    return query.queryItemValue(QStringLiteral("queueRequest")) == u"true";
}

Reply batch(const ModelCall& call, Task task)
{
    if (!call.model.asyncQueue)
        return failure(badInput(QStringLiteral("%1 takes no asynchronous requests").arg(call.model.id)));
    if (call.request.body.size() >= largestPayload)
        return failure(errorRow(3006));
    const auto body = jsonBody(call.request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return failure(*reason);
    const auto& object = std::get<QJsonObject>(body);
    const QJsonValue id = object[QLatin1String("request_id")];
    if (id.isString())
        return call.state.batches.poll(id.toString(), call.model.id, call.state.now(),
                                       call.state.options.batchWait);
    if (!object[QLatin1String("requests")].isArray())
        return failure(badInput(QStringLiteral(
            "oneOf at '/' not met, required properties at '/' are 'requests' or 'request_id'")));
    return enqueue(call, object[QLatin1String("requests")].toArray(), task);
}

} // namespace orangery::sandbox
