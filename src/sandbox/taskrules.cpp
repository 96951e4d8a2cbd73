// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/taskrules.h"

#include "sandbox/mediarules.h"

namespace orangery::sandbox {

namespace {

using Type = FieldRule::Type;

FieldRule nullable(FieldRule field)
{
    field.isNullable = true;
    return field;
}

FieldRules classicText()
{
    return {.fields = {rule("prompt", Type::Text, 1, {}), rule("messages", Type::List, 1, {}),
                       rule("max_tokens", Type::Integer, 1, {}, 256),
                       rule("temperature", Type::Number, 0, 5, 0.6), rule("top_p", Type::Number, 0.001, 1),
                       rule("top_k", Type::Integer, 1, 50), rule("seed", Type::Integer, 1, 9999999999.0),
                       rule("repetition_penalty", Type::Number, 0, 2),
                       rule("frequency_penalty", Type::Number, -2, 2),
                       rule("presence_penalty", Type::Number, -2, 2),
                       rule("stream", Type::Boolean, {}, {}, false),
                       rule("raw", Type::Boolean, {}, {}, false), rule("lora", Type::Text),
                       rule("response_format", Type::Object), rule("tools", Type::List),
                       rule("functions", Type::List)},
            .oneOf = {QStringLiteral("prompt"), QStringLiteral("messages")}};
}

FieldRules classicVision()
{
    FieldRules rules = classicText();
    rules.fields.push_back(rule("image", Type::Picture));
    return rules;
}

/// OpenAI's body. A number may be null, an object may not.
std::vector<FieldRule> chatFields()
{
    FieldRule effort = nullable(rule("reasoning_effort", Type::Text));
    effort.allowed = {QStringLiteral("none"),   QStringLiteral("minimal"), QStringLiteral("low"),
                      QStringLiteral("medium"), QStringLiteral("high"),    QStringLiteral("xhigh"),
                      QStringLiteral("max")};
    return {rule("messages", Type::List, 1, {}),
            nullable(rule("max_tokens", Type::Integer, 1, {})),
            nullable(rule("max_completion_tokens", Type::Integer, 1, {})),
            nullable(rule("temperature", Type::Number, 0, 2, 1)),
            nullable(rule("top_p", Type::Number, 0, 1)),
            nullable(rule("seed", Type::Integer)),
            nullable(rule("frequency_penalty", Type::Number, -2, 2)),
            nullable(rule("presence_penalty", Type::Number, -2, 2)),
            nullable(rule("n", Type::Integer, 1, 128)),
            nullable(rule("logprobs", Type::Boolean)),
            nullable(rule("top_logprobs", Type::Integer, 0, 20)),
            nullable(rule("stream", Type::Boolean)),
            rule("stream_options", Type::Object),
            rule("response_format", Type::Object),
            rule("tools", Type::List),
            rule("tool_choice", Type::Any),
            rule("parallel_tool_calls", Type::Boolean),
            rule("stop", Type::Texts, {}, 4),
            rule("chat_template_kwargs", Type::Object),
            effort};
}

FieldRules chatText()
{
    return {.fields = chatFields(), .oneOf = {QStringLiteral("messages")}};
}

FieldRules responsesText()
{
    FieldRules rules{
        .fields = chatFields(),
        .oneOf = {QStringLiteral("messages"), QStringLiteral("prompt"), QStringLiteral("input")}};
    rules.fields.push_back(rule("prompt", Type::Text, 1, {}));
    rules.fields.push_back(rule("input", Type::Any));
    rules.fields.push_back(nullable(rule("instructions", Type::Text)));
    rules.fields.push_back(nullable(rule("max_output_tokens", Type::Integer, 1, {})));
    return rules;
}

FieldRules plainEmbedding()
{
    return {.fields = {required(rule("text", Type::Texts, 1, mostTexts))}};
}

FieldRules pooledEmbedding()
{
    FieldRules rules = plainEmbedding();
    FieldRule pooling = rule("pooling", Type::Text, {}, {}, QStringLiteral("mean"));
    pooling.allowed = {QStringLiteral("mean"), QStringLiteral("cls")};
    rules.fields.push_back(pooling);
    return rules;
}

FieldRules contextEmbedding()
{
    return {.fields = {rule("text", Type::Texts, 1, mostTexts), rule("query", Type::Text),
                       rule("contexts", Type::List, 1, {}),
                       rule("truncate_inputs", Type::Boolean, {}, {}, false)},
            .oneOf = {QStringLiteral("text"), QStringLiteral("contexts")}};
}

FieldRules queryEmbedding()
{
    return {.fields = {rule("queries", Type::Texts, 1, mostQwenTexts),
                       rule("documents", Type::Texts, 1, mostQwenTexts),
                       rule("text", Type::Texts, 1, mostQwenTexts), rule("instruction", Type::Text)},
            .oneOf = {QStringLiteral("queries"), QStringLiteral("documents"), QStringLiteral("text")}};
}

FieldRules reranking()
{
    return {.fields = {required(rule("query", Type::Text, 1, {})),
                       required(rule("contexts", Type::List, 1, {})), rule("top_k", Type::Integer, 1, {})}};
}

FieldRules sentiment()
{
    return {.fields = {required(rule("text", Type::Text, 1, {}))}};
}

FieldRules translation()
{
    return {.fields = {required(rule("text", Type::Text, 1, {})),
                       rule("source_lang", Type::Text, {}, {}, QStringLiteral("en")),
                       required(rule("target_lang", Type::Text))}};
}

FieldRules indicTranslation(const Model& model)
{
    FieldRule target = required(rule("target_language", Type::Text, {}, {}, QStringLiteral("hin_Deva")));
    target.allowed = model.targetLanguages;
    return {.fields = {required(rule("text", Type::Texts, 1, {})), target}};
}

FieldRules summary()
{
    return {.fields = {required(rule("input_text", Type::Text, 1, {})),
                       rule("max_length", Type::Integer, 1, {}, 1024)}};
}

const FieldRules* embeddingRules(const Model& model)
{
    static const FieldRules plain = plainEmbedding();
    static const FieldRules pooled = pooledEmbedding();
    static const FieldRules contexts = contextEmbedding();
    static const FieldRules queries = queryEmbedding();
    if (model.id.endsWith(u"/bge-m3"))
        return &contexts;
    if (model.id.contains(u"/qwen3-embedding"))
        return &queries;
    return model.id.contains(u"bge-") ? &pooled : &plain;
}

const FieldRules* textRules(const Model& model)
{
    static const FieldRules classic = classicText();
    static const FieldRules vision = classicVision();
    static const FieldRules chat = chatText();
    static const FieldRules responses = responsesText();
    if (model.decision)
        return nullptr;
    if (model.id.contains(u"/gpt-oss-"))
        return &responses;
    if (model.shape == Model::Shape::Chat)
        return &chat;
    return model.id.contains(u"llama-3.2-11b-vision") ? &vision : &classic;
}

} // namespace

const FieldRules* rulesOf(const Model& model)
{
    static const FieldRules rerank = reranking();
    static const FieldRules feeling = sentiment();
    static const FieldRules many = translation();
    static const FieldRules brief = summary();
    if (model.isText())
        return textRules(model);
    if (model.task == u"Text Embeddings")
        return embeddingRules(model);
    if (model.task == u"Text Classification")
        return model.id.contains(u"reranker") ? &rerank : &feeling;
    if (model.task == u"Summarization")
        return &brief;
    if (model.task == u"Translation") {
        if (model.targetLanguages.isEmpty())
            return &many;
        static const FieldRules indic = indicTranslation(model); // the only model of its kind
        return &indic;
    }
    return mediaRulesOf(model);
}

} // namespace orangery::sandbox
