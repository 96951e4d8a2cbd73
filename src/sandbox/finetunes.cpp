// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/finetunes.h"

#include "httpserver/multipartreader.h"
#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"

#include <QJsonDocument>
#include <QUrlQuery>
#include <algorithm>

namespace orangery::sandbox {

namespace {

QByteArray itemOf(const Finetune& finetune)
{
    return ObjectWriter()
        .string("id", finetune.id)
        .string("name", finetune.name)
        .string("model", finetune.model)
        .string("description", finetune.description)
        .raw("public", finetune.isPublic ? "1" : "0")
        .string("created_at", finetune.createdAt.toString(Qt::ISODateWithMs))
        .string("modified_at", finetune.modifiedAt.toString(Qt::ISODateWithMs))
        .bytes();
}

QString memberOf(const Finetune& finetune, const QString& name)
{
    if (name == u"name")
        return finetune.name;
    if (name == u"model")
        return finetune.model;
    return name == u"created_at" ? finetune.createdAt.toString(Qt::ISODate) : QString();
}

std::optional<qint64> numberOf(const QUrlQuery& query, const QString& name, qint64 fallback)
{
    if (!query.hasQueryItem(name))
        return fallback;
    bool ok = false;
    const qint64 value = query.queryItemValue(name).toLongLong(&ok);
    return ok && value >= 0 ? std::optional(value) : std::nullopt;
}

const FormPart* partNamed(const QList<FormPart>& parts, const char* name)
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const FormPart& part) { return part.name == name; });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace

Reply listFinetunes(const State& state)
{
    ArrayWriter items;
    for (const Finetune& finetune : state.finetunes.own())
        items.raw(itemOf(finetune));
    return success(items.bytes());
}

Reply listPublicFinetunes(const ServerRequest& request)
{
    const QUrlQuery query(QString::fromUtf8(request.query));
    const auto limit = numberOf(query, QStringLiteral("limit"), 20);
    const auto offset = numberOf(query, QStringLiteral("offset"), 0);
    if (!limit || !offset)
        return failure(badInput(QStringLiteral("'limit' and 'offset' must be numbers from 0")));
    std::vector<Finetune> all = FinetuneStore::everybodys();
    QString order = query.queryItemValue(QStringLiteral("orderBy"));
    const bool isTurned = order.startsWith(u'-');
    order.remove(0, isTurned ? 1 : 0);
    std::stable_sort(all.begin(), all.end(), [&](const Finetune& a, const Finetune& b) {
        return memberOf(isTurned ? b : a, order) < memberOf(isTurned ? a : b, order);
    });
    ArrayWriter items;
    const auto count = static_cast<qint64>(all.size());
    const qint64 end = std::min(count, std::min(*offset, count) + std::min(*limit, count));
    for (qint64 i = *offset; i < end; ++i)
        items.raw(itemOf(all[static_cast<std::size_t>(i)]));
    return success(items.bytes());
}

Reply createFinetune(const ServerRequest& request, State& state)
{
    const auto read = jsonBody(request);
    if (const auto* reason = std::get_if<Failure>(&read))
        return failure(*reason);
    const auto& body = std::get<QJsonObject>(read);
    const QString name = body[QLatin1String("name")].toString();
    const QString modelId = body[QLatin1String("model")].toString();
    if (name.isEmpty() || modelId.isEmpty())
        return failure(badInput(QStringLiteral("required properties at '/' are 'name' and 'model'")));
    const Model* model = state.catalog().find(modelId, state.now().date());
    if (!model)
        return failure(errorRow(5007));
    if (!model->lora)
        return failure(errorRow(5005));
    Finetune finetune;
    finetune.name = name;
    finetune.model = modelId;
    finetune.description = body[QLatin1String("description")].toString();
    finetune.isPublic = body[QLatin1String("public")].toBool();
    finetune.createdAt = state.now();
    finetune.modifiedAt = finetune.createdAt;
    const Finetune* added = state.finetunes.add(finetune);
    if (!added)
        return failure(badInput(QStringLiteral("a finetune of this name exists")));
    return success(itemOf(*added));
}

Reply uploadFinetuneAsset(const ServerRequest& request, const QString& id, State& state)
{
    Finetune* finetune = state.finetunes.find(id);
    if (!finetune)
        return failure({404, 0, QStringLiteral("no such finetune"), 0, {}});
    const auto form = MultipartReader::read(request.header("content-type"), request.body);
    if (!form)
        return failure(badInput(QStringLiteral("the body is no multipart/form-data")));
    const FormPart* file = partNamed(*form, "file");
    const FormPart* named = partNamed(*form, "file_name");
    if (!file || file->data.isEmpty())
        return failure(errorRow(3039));
    const QString name = QString::fromUtf8(named ? named->data : file->fileName);
    const bool isConfig = name == QLatin1String(FinetuneStore::configFile);
    if (!isConfig && name != QLatin1String(FinetuneStore::weightsFile))
        return failure(badInput(QStringLiteral("'%1' is neither %2 nor %3")
                                    .arg(name, QLatin1String(FinetuneStore::configFile),
                                         QLatin1String(FinetuneStore::weightsFile))));
    if (isConfig && !QJsonDocument::fromJson(file->data).isObject())
        return failure(badInput(QStringLiteral("%1 is not a JSON object").arg(name)));
    if (!finetune->files.contains(name))
        finetune->files << name;
    finetune->modifiedAt = state.now();
    return success(ObjectWriter()
                       .string("id", finetune->id)
                       .string("file_name", name)
                       .number("bytes", file->data.size())
                       .bytes());
}

std::optional<Failure> adapterFailure(const QString& lora, State& state)
{
    const Finetune* finetune = lora.isEmpty() ? nullptr : state.finetunes.find(lora);
    return finetune && !finetune->isComplete() ? std::optional(errorRow(3039)) : std::nullopt;
}

} // namespace orangery::sandbox
