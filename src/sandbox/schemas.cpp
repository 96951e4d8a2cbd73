// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/schemas.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/taskrules.h"

namespace orangery::sandbox {

namespace {

QJsonObject typed(const char* type)
{
    return {{QStringLiteral("type"), QString::fromLatin1(type)}};
}

QJsonObject listOf(const QJsonObject& items)
{
    QJsonObject list = typed("array");
    list[QStringLiteral("items")] = items;
    return list;
}

QJsonObject objectOf(const QJsonObject& properties)
{
    QJsonObject object = typed("object");
    object[QStringLiteral("properties")] = properties;
    return object;
}

QJsonObject textOutput(const Model& model)
{
    if (model.shape == Model::Shape::Chat)
        return objectOf({{QStringLiteral("choices"), listOf(typed("object"))},
                         {QStringLiteral("usage"), typed("object")}});
    return objectOf({{QStringLiteral("response"), typed("string")},
                     {QStringLiteral("tool_calls"), listOf(typed("object"))},
                     {QStringLiteral("usage"), typed("object")}});
}

QJsonObject outputOf(const Model& model)
{
    const QJsonObject labels =
        objectOf({{QStringLiteral("label"), typed("string")}, {QStringLiteral("score"), typed("number")}});
    if (model.isText())
        return textOutput(model);
    if (model.task == u"Text Embeddings")
        return objectOf({{QStringLiteral("shape"), listOf(typed("number"))},
                         {QStringLiteral("data"), listOf(listOf(typed("number")))}});
    if (model.task == u"Text Classification" && model.id.contains(u"reranker"))
        return objectOf(
            {{QStringLiteral("response"), listOf(objectOf({{QStringLiteral("id"), typed("number")},
                                                           {QStringLiteral("score"), typed("number")}}))}});
    if (model.task == u"Text Classification" || model.task == u"Image Classification" ||
        model.task == u"Object Detection")
        return listOf(labels);
    if (model.task == u"Translation" && !model.targetLanguages.isEmpty())
        return objectOf({{QStringLiteral("translations"), listOf(typed("string"))}});
    if (model.task == u"Translation")
        return objectOf({{QStringLiteral("translated_text"), typed("string")}});
    if (model.task == u"Summarization")
        return objectOf({{QStringLiteral("summary"), typed("string")}});
    if (model.task == u"Text-to-Image")
        return objectOf({{QStringLiteral("image"), typed("string")}});
    if (model.task == u"Automatic Speech Recognition")
        return objectOf({{QStringLiteral("text"), typed("string")}});
    if (model.task == u"Text-to-Speech")
        return objectOf({{QStringLiteral("audio"), typed("string")}});
    if (model.task == u"Voice Activity Detection")
        return objectOf({{QStringLiteral("is_complete"), typed("boolean")},
                         {QStringLiteral("probability"), typed("number")}});
    return typed("object");
}

/// Published for completeness: the sandbox does not listen for the end of a turn.
const FieldRules* turnRules(const Model& model)
{
    static const FieldRules turn = [] {
        FieldRule kind = rule("dtype", FieldRule::Type::Text);
        kind.allowed = {QStringLiteral("uint8"), QStringLiteral("float32"), QStringLiteral("float64")};
        return FieldRules{.fields = {required(rule("audio", FieldRule::Type::Text, 1)), kind}};
    }();
    return model.task == u"Voice Activity Detection" ? &turn : nullptr;
}

/// With the form that the asynchronous queue takes, where the model has one.
QJsonObject inputOf(const Model& model, const FieldRules& rules)
{
    const QJsonObject single = schemaOf(rules);
    if (!model.asyncQueue)
        return single;
    QJsonObject many = objectOf({{QStringLiteral("requests"), listOf(single)}});
    many[QStringLiteral("required")] = QJsonArray{QStringLiteral("requests")};
    return {{QStringLiteral("oneOf"), QJsonArray{single, many}}};
}

} // namespace

Reply modelSchema(const QUrlQuery& query, const State& state)
{
    const QString id = query.queryItemValue(QStringLiteral("model"), QUrl::FullyDecoded);
    if (id.isEmpty())
        return failure(badInput(QStringLiteral("required query parameter 'model'")));
    const Model* model = state.catalog().find(id, state.now().date());
    if (!model)
        return failure({404, 6002, QStringLiteral("No such model: %1").arg(id), 0, {}});
    const FieldRules* known = rulesOf(*model);
    const FieldRules* rules = known ? known : turnRules(*model);
    if (!rules)
        return failure({400, 1000, QStringLiteral("Schema not supported for %1").arg(id), 0, {}});
    return success(ObjectWriter()
                       .raw("input", json(inputOf(*model, *rules)))
                       .raw("output", json(outputOf(*model)))
                       .bytes());
}

} // namespace orangery::sandbox
