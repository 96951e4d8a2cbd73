// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/embeddinginput.h"

#include "sandbox/errorrows.h"
#include "sandbox/taskrules.h"
#include "sandbox/tokens.h"

#include <QJsonArray>

namespace orangery::sandbox {

namespace {

struct Size
{
    const char* part;
    int dimension;
    qint64 longest; ///< tokens of one text; what is over them is not read
};

// From the model cards; for the bge models of English 512 tokens, API.md's limits.json.
constexpr Size sizes[] = {
    {"bge-small-en", 384, 512},      {"bge-base-en", 768, 512},     {"bge-large-en", 1024, 512},
    {"bge-m3", 1024, 8192},          {"embeddinggemma", 768, 2048}, {"plamo-embedding", 2048, 4096},
    {"qwen3-embedding", 1024, 8192},
};

Size sizeOf(const Model& model)
{
    for (const Size& size : sizes) {
        if (model.id.contains(QLatin1String(size.part)))
            return size;
    }
    return {"", 768, 512};
}

std::optional<Failure> readTexts(const QJsonObject& body, EmbeddingInput& input)
{
    if (body.contains(QLatin1String("contexts"))) {
        auto contexts = contextsOf(body[QLatin1String("contexts")]);
        if (const auto* failure = std::get_if<Failure>(&contexts))
            return *failure;
        input.isOfContexts = true;
        input.texts = std::get<QStringList>(std::move(contexts));
        return std::nullopt;
    }
    for (const char* name : {"queries", "documents", "text"})
        input.texts += textsOf(body[QLatin1String(name)]);
    return std::nullopt;
}

} // namespace

QStringList textsOf(const QJsonValue& value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    for (const QJsonValue& text : value.toArray())
        texts.append(text.toString());
    return texts;
}

std::variant<QStringList, Failure> contextsOf(const QJsonValue& value)
{
    QStringList texts;
    for (const QJsonValue& context : value.toArray()) {
        if (!context[QLatin1String("text")].isString())
            return badInput(QStringLiteral("'/contexts/%1/text' must be string").arg(texts.size()));
        texts.append(context[QLatin1String("text")].toString());
    }
    return texts;
}

std::variant<EmbeddingInput, Failure> readEmbedding(const QJsonObject& body, const Model& model)
{
    const FieldRules* rules = rulesOf(model);
    if (auto failure = bodyFailure(body, *rules))
        return *failure;
    EmbeddingInput input;
    if (auto failure = readTexts(body, input))
        return *failure;
    const Size size = sizeOf(model);
    // bge-m3 fails at what does not fit unless it is told to cut; the others cut.
    const QJsonValue truncate = body[QLatin1String("truncate_inputs")];
    const bool mayCut = !rules->field(QStringLiteral("truncate_inputs")) || truncate.toBool();
    for (QString& text : input.texts) {
        const QString read = firstTokens(text, size.longest);
        if (read.size() < text.size() && !mayCut)
            return badInput(QStringLiteral("a text is longer than %1 tokens").arg(size.longest));
        text = read;
        input.tokens += tokenCount(text);
    }
    // The instruction goes before each query.
    const QString instruction = body[QLatin1String("instruction")].toString();
    input.tokens += tokenCount(instruction) * textsOf(body[QLatin1String("queries")]).size();
    input.dimension = size.dimension;
    if (rules->field(QStringLiteral("pooling")))
        input.pooling = body[QLatin1String("pooling")].toString(QStringLiteral("mean"));
    input.kind = model.id + u' ' + input.pooling;
    return input;
}

} // namespace orangery::sandbox
