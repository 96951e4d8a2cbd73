// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textanswer.h"

#include "sandbox/jsonwriter.h"
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

QString stoppedAt(const QString& text, const QStringList& stops)
{
    qsizetype end = text.size();
    for (const QString& stop : stops) {
        const qsizetype at = text.indexOf(stop);
        if (at >= 0)
            end = std::min(end, at);
    }
    return text.left(end);
}

} // namespace

QJsonValue sampleFor(const QJsonObject& schema, const QString& prompt, int depth)
{
    if (schema.contains(QLatin1String("const")))
        return schema[QLatin1String("const")];
    if (const QJsonArray values = schema[QLatin1String("enum")].toArray(); !values.isEmpty())
        return values.first();
    const QJsonValue typeValue = schema[QLatin1String("type")];
    const QString type = typeValue.isArray() ? typeValue.toArray().first().toString() : typeValue.toString();
    if (type == u"integer" || type == u"number")
        return schema[QLatin1String("minimum")].toDouble(static_cast<double>(prompt.size()));
    if (type == u"boolean")
        return true;
    if (type == u"null")
        return QJsonValue::Null;
    if (type == u"array") {
        QJsonArray items;
        const int count = std::clamp(schema[QLatin1String("minItems")].toInt(1), 1, 20);
        for (int i = 0; i < count && depth < 8; ++i)
            items.append(sampleFor(schema[QLatin1String("items")].toObject(), prompt, depth + 1));
        return items;
    }
    const QJsonObject properties = schema[QLatin1String("properties")].toObject();
    if (type == u"object" || !properties.isEmpty()) {
        QJsonObject object;
        for (auto property = properties.begin(); property != properties.end() && depth < 8; ++property)
            object[property.key()] = sampleFor(property->toObject(), prompt, depth + 1);
        return object;
    }
    return QStringLiteral("sandbox: %1").arg(prompt.left(60));
}

TextAnswer composeAnswer(const TextRequest& request, const Model& model)
{
    TextAnswer answer;
    qint64 left = request.maxTokens;
    if (request.json != TextRequest::Json::No) {
        const QJsonObject any{{QStringLiteral("sandbox"), true},
                              {QStringLiteral("prompt"), request.question.prompt.left(200)}};
        const QJsonValue value =
            request.json == TextRequest::Json::Any ? any : sampleFor(request.schema, request.question.prompt);
        answer.object = value.isObject() ? json(value.toObject()) : json(QJsonArray{value}).mid(1).chopped(1);
        answer.content = QString::fromUtf8(answer.object);
        answer.completionTokens = tokenCount(answer.content);
    } else {
        if (request.reasons) {
            const QString thought = reasoningText(request.question);
            answer.reasoning = firstTokens(thought, left);
            answer.cut = answer.reasoning.size() < thought.size();
            left -= tokenCount(answer.reasoning);
        }
        const QString text = stoppedAt(answerText(request.question), request.stop);
        answer.content = firstTokens(text, left);
        answer.cut = answer.cut || answer.content.size() < text.size();
        answer.completionTokens = tokenCount(answer.reasoning) + tokenCount(answer.content);
        if (model.reasoning == Model::Reasoning::ThinkTags && request.reasons) {
            // The marks come with the text, closed only when the thought was.
            const bool thoughtEnded = left > 0;
            answer.content = QStringLiteral("<think>\n") + answer.reasoning +
                             (thoughtEnded ? QStringLiteral("\n</think>\n\n") : QString()) + answer.content;
            answer.reasoning.clear();
        }
    }
    answer.neurons = model.neurons(request.promptTokens, answer.completionTokens);
    return answer;
}

} // namespace orangery::sandbox
