// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/embeddingcodec.h"

#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/mediarequest.h"
#include "workersai/modelinput.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <optional>

namespace orangery::embeddingcodec {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostTexts = 100; // API.md §6, for every model that names no other number

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::EmbeddingCodec)
};

QString fieldOf(EmbeddingRequest::Kind kind, const ParameterSet& parameters)
{
    if (kind == EmbeddingRequest::Kind::Query && parameters.has(u"queries"))
        return u"queries"_s;
    if (kind == EmbeddingRequest::Kind::Document && parameters.has(u"documents"))
        return u"documents"_s;
    if (!parameters.takes(u"text") && parameters.has(u"contexts"))
        return u"contexts"_s;
    return u"text"_s;
}

/// Nothing unless it is a list of numbers.
std::optional<QList<float>> vectorIn(const QJsonValue& value)
{
    const QJsonArray numbers =
        value.isObject() ? value.toObject().value(u"embedding").toArray() : value.toArray();
    QList<float> vector;
    vector.reserve(numbers.size());
    for (const QJsonValue& number : numbers) {
        const float component = static_cast<float>(number.toDouble(std::nan("")));
        if (!std::isfinite(component))
            return std::nullopt;
        vector.append(component);
    }
    return vector.isEmpty() ? std::nullopt : std::optional(vector);
}

} // namespace

Result<QByteArray> encode(const EmbeddingRequest& request, const Model& model)
{
    const ParameterSet& parameters = model.parameters;
    const QString field = fieldOf(request.kind, parameters);
    const Parameter* parameter = parameters.find(field);
    const bool isList = parameter && parameter->type != Parameter::Type::Text;
    const int most = isList ? parameter->longest.value_or(mostTexts) : mostTexts;
    if (request.texts.isEmpty())
        return unusableInput(Texts::tr("There is no text to embed."));
    if (request.texts.size() > most)
        return unusableInput(Texts::tr("The model takes at most %n text(s) at once.", nullptr, most));

    ModelInput input(parameters);
    if (field == u"contexts") {
        QVariantList contexts;
        for (const QString& text : request.texts)
            contexts.append(QVariantMap{{u"text"_s, text}});
        input.set(field, contexts);
    } else {
        input.set(field, request.texts);
    }
    input.set(u"instruction"_s, request.instruction);
    input.set(u"pooling"_s, request.pooling);
    QVariantMap extra = request.extra;
    extra.remove(field);
    input.add(extra);
    return input.json().body;
}

Result<EmbeddingReply> decode(const QByteArray& body, qsizetype texts)
{
    EmbeddingReply reply;
    const QJsonValue result = answervalue::result(body, reply);
    QJsonValue data = result.isArray() ? result : result[u"data"];
    if (!data.isArray())
        data = result[u"response"];
    const QJsonArray rows = data.toArray();
    if (rows.isEmpty() || rows.size() != texts)
        return invalidAnswer({.head = {}, .body = body});
    for (const QJsonValue& row : rows) {
        std::optional<QList<float>> vector = vectorIn(row);
        if (!vector || (!reply.vectors.isEmpty() && vector->size() != reply.vectors.first().size()))
            return invalidAnswer({.head = {}, .body = body});
        reply.vectors.append(*std::move(vector));
    }
    reply.pooling = result[u"pooling"].toString();
    return reply;
}

} // namespace orangery::embeddingcodec
