// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/batchcodec.h"

#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/chatfields.h"
#include "workersai/mediarequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace orangery::batchcodec {

namespace {

using namespace Qt::StringLiterals;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::BatchCodec)
};

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// What failed, as a list of errors; the form of a failed item is not documented.
QJsonArray errorsIn(const QJsonObject& item)
{
    if (const QJsonArray errors = item.value(u"errors").toArray(); !errors.isEmpty())
        return errors;
    for (const QStringView name : {u"error", u"result"}) {
        const QJsonValue value = item.value(name);
        if (value.isObject() && !value.toObject().isEmpty())
            return {value};
        if (const QString text = chatfields::text(value); !text.isEmpty())
            return {QJsonObject{{u"message"_s, text}}};
    }
    return {};
}

std::optional<BatchReply::Item> itemIn(const QJsonObject& response, int place)
{
    BatchReply::Item item;
    const QJsonValue id = response.value(u"id");
    const auto number = answervalue::number(id);
    const bool isMissing = id.isUndefined() || id.isNull();
    const bool isPlace = number && std::trunc(*number) == *number && *number >= 0 && *number < 1e9;
    if (!isMissing && !isPlace)
        return std::nullopt;
    item.id = isMissing ? place : static_cast<int>(*number);
    item.reference = response.value(u"external_reference").toString();
    const QJsonValue result = response.value(u"result");
    const QJsonValue success = response.value(u"success");
    item.isSuccess = success.isBool() ? success.toBool() : !result.isUndefined();
    item.body = item.isSuccess ? compact({{u"result"_s, result.isUndefined() ? QJsonValue() : result}})
                               : compact({{u"errors"_s, errorsIn(response)}});
    return item;
}

/// False where an item belongs to nothing that was asked.
bool complete(QList<BatchReply::Item>& items, const BatchRequest& request)
{
    QList<BatchReply::Item> all;
    for (int id = 0; id < request.items.size(); ++id) {
        all.append({id, {}, false, compact({{u"errors"_s, QJsonArray()}})});
        const auto found = std::ranges::find(items, id, &BatchReply::Item::id);
        if (found != items.end()) {
            all.last() = *found;
            items.erase(found);
        }
        if (all.last().reference.isEmpty())
            all.last().reference = request.items.at(id).reference;
    }
    const bool isAllUsed = items.isEmpty();
    items = all;
    return isAllUsed;
}

} // namespace

Result<QByteArray> encode(const BatchRequest& request)
{
    if (request.items.isEmpty())
        return unusableInput(Texts::tr("There is nothing in the batch."));
    QByteArray body = R"({"requests":[)";
    for (const BatchRequest::Item& item : request.items) {
        const QJsonDocument document = QJsonDocument::fromJson(item.body);
        if (!document.isObject())
            return unusableInput(Texts::tr("“%1” in the batch is no JSON object.").arg(item.reference));
        QJsonObject object = document.object();
        if (!item.reference.isEmpty())
            object.insert(u"external_reference"_s, item.reference);
        body += compact(object) + ',';
        if (body.size() > mostBytes)
            return Error::of(ErrorKind::TooLarge);
    }
    body.chop(1);
    return body + "]}";
}

QByteArray encodePoll(const QString& requestId)
{
    return compact({{u"request_id"_s, requestId}});
}

Result<Ticket> decode(const QByteArray& body, const std::optional<BatchRequest>& request)
{
    Ticket ticket;
    const QJsonValue result = answervalue::result(body, ticket);
    const QString state = result[u"status"].toString();
    ticket.requestId = result[u"request_id"].toString();
    if (const QJsonValue responses = result[u"responses"]; responses.isArray()) {
        ticket.state = Ticket::State::Done;
        const QJsonArray rows = responses.toArray();
        for (const QJsonValue& row : rows) {
            const auto item = itemIn(row.toObject(), static_cast<int>(ticket.items.size()));
            if (!item || !row.isObject())
                return invalidAnswer({.head = {}, .body = body});
            ticket.items.append(*item);
        }
        std::ranges::stable_sort(ticket.items, {}, &BatchReply::Item::id);
        if (request && !complete(ticket.items, *request))
            return invalidAnswer({.head = {}, .body = body});
        return ticket;
    }
    if (state == u"running")
        ticket.state = Ticket::State::Running;
    else if (state != u"queued")
        return invalidAnswer({.head = {}, .body = body});
    return ticket;
}

} // namespace orangery::batchcodec
