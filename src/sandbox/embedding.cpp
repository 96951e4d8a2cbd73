// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/embedding.h"

#include "sandbox/embeddinginput.h"
#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/modelrun.h"
#include "sandbox/rerank.h"
#include "sandbox/taskusage.h"
#include "sandbox/textvector.h"

namespace orangery::sandbox {

namespace {

QByteArray vectorArray(const QString& text, const EmbeddingInput& input)
{
    QByteArray array;
    array.reserve(static_cast<qsizetype>(input.dimension) * 13);
    for (const float number : textVector(text, input.dimension, input.kind))
        array += (array.isEmpty() ? "[" : ",") + QByteArray::number(static_cast<double>(number), 'g', 7);
    return array + ']';
}

Reply vectors(const EmbeddingInput& input, const Model& model)
{
    QByteArray data;
    for (const QString& text : input.texts)
        data += (data.isEmpty() ? "[" : ",") + vectorArray(text, input);
    const QByteArray shape =
        "[" + QByteArray::number(input.texts.size()) + "," + QByteArray::number(input.dimension) + "]";
    ObjectWriter result;
    result.raw("shape", shape).raw(input.isOfContexts ? "response" : "data", data + "]");
    if (!input.pooling.isEmpty())
        result.string("pooling", input.pooling);
    result.raw("usage", taskUsage(input.tokens, 0));
    return priced(success(result.bytes()), model.neurons(input.tokens, 0), input.tokens);
}

Reply openAiVectors(const EmbeddingInput& input, const Model& model)
{
    ArrayWriter data;
    qint64 index = 0;
    for (const QString& text : input.texts) {
        data.raw(ObjectWriter()
                     .string("object", QStringLiteral("embedding"))
                     .number("index", index++)
                     .raw("embedding", vectorArray(text, input))
                     .bytes());
    }
    const QByteArray usage =
        ObjectWriter().number("prompt_tokens", input.tokens).number("total_tokens", input.tokens).bytes();
    const QByteArray body = ObjectWriter()
                                .string("object", QStringLiteral("list"))
                                .raw("data", data.bytes())
                                .string("model", model.id)
                                .raw("usage", usage)
                                .bytes();
    return priced(jsonReply(200, body), model.neurons(input.tokens, 0), input.tokens);
}

} // namespace

Reply embedding(const ModelCall& call)
{
    const auto body = jsonBody(call.request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return failure(*reason);
    const auto& object = std::get<QJsonObject>(body);
    if (!object[QLatin1String("query")].isUndefined() && object.contains(QLatin1String("contexts")))
        return rerank(call, object);
    auto read = readEmbedding(object, call.model);
    if (const auto* reason = std::get_if<Failure>(&read))
        return failure(*reason);
    return answerLater(call, [input = std::get<EmbeddingInput>(std::move(read)), model = call.model] {
        return vectors(input, model);
    });
}

Reply openAiEmbeddings(const ServerRequest& request, State& state, const Fault& fault)
{
    const auto body = jsonBody(request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return openAiFailure(*reason);
    const auto& object = std::get<QJsonObject>(body);
    const QString id = object[QLatin1String("model")].toString();
    if (id.isEmpty())
        return openAiFailure(badInput(QStringLiteral("required properties at '/' are 'model'")));
    const Model* model = state.catalog().find(id, state.now().date());
    if (const auto reason = accessFailure(id, model, state))
        return openAiFailure(*reason);
    if (model->task != u"Text Embeddings")
        return openAiFailure(badInput(QStringLiteral("%1 is a model for %2").arg(id, model->task)));
    if (const auto reason = busyFailure(request, fault))
        return openAiFailure(*reason);
    const QJsonValue input = object[QLatin1String("input")];
    if (input.isUndefined())
        return openAiFailure(badInput(QStringLiteral("required properties at '/' are 'input'")));
    auto read = readEmbedding({{QStringLiteral("text"), input}}, *model);
    if (const auto* reason = std::get_if<Failure>(&read))
        return openAiFailure(*reason);
    if (state.quotaIsUsedUp())
        return openAiFailure(errorRow(3036));
    return answerLater({request, *model, state, fault},
                       [texts = std::get<EmbeddingInput>(std::move(read)), copy = *model] {
                           return openAiVectors(texts, copy);
                       });
}

} // namespace orangery::sandbox
