// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediarules.h"

#include <QHash>

namespace orangery::sandbox {

namespace {

using Type = FieldRule::Type;

FieldRule oneOf(const char* name, const QStringList& allowed, const QString& fallback = {})
{
    FieldRule field = rule(name, Type::Text);
    field.allowed = allowed;
    if (!fallback.isEmpty())
        field.fallback = fallback;
    return field;
}

FieldRule prompt()
{
    return required(rule("prompt", Type::Text, 1));
}

FieldRules diffusion()
{
    return {.fields = {prompt(), rule("negative_prompt", Type::Text), rule("width", Type::Integer, 256, 2048),
                       rule("height", Type::Integer, 256, 2048), rule("num_steps", Type::Integer, {}, 20, 20),
                       rule("guidance", Type::Number, {}, {}, 7.5), rule("strength", Type::Number, {}, {}, 1),
                       rule("seed", Type::Integer), rule("image", Type::List), rule("image_b64", Type::Text),
                       rule("mask", Type::List)}};
}

FieldRules flux2()
{
    return {.fields = {prompt(), rule("steps", Type::Integer), rule("guidance", Type::Number),
                       rule("width", Type::Integer, 256, 1920, 1024),
                       rule("height", Type::Integer, 256, 1920, 768), rule("seed", Type::Integer)}};
}

constexpr const char* auraOne =
    "angus asteria arcas orion orpheus athena luna zeus perseus helios hera stella";
constexpr const char* auraEnglish =
    "amalthea andromeda apollo arcas aries asteria athena atlas aurora callista cora cordelia delia draco "
    "electra harmonia helena hera hermes hyperion iris janus juno jupiter luna mars minerva neptune odysseus "
    "ophelia orion orpheus pandora phoebe pluto saturn thalia theia vesta zeus";
constexpr const char* auraSpanish = "sirio nestor carina celeste alvaro diana aquila selena estrella javier";

/// An empty `speaker`: no default is published.
FieldRules aura(const char* speakers, const QString& speaker)
{
    const QStringList names = QString::fromLatin1(speakers).split(u' ');
    return {
        .fields = {required(rule("text", Type::Text, 1)), oneOf("speaker", names, speaker),
                   oneOf("encoding", {QStringLiteral("linear16"), QStringLiteral("flac"),
                                      QStringLiteral("mulaw"), QStringLiteral("alaw"), QStringLiteral("mp3"),
                                      QStringLiteral("opus"), QStringLiteral("aac")}),
                   oneOf("container", {QStringLiteral("none"), QStringLiteral("wav"), QStringLiteral("ogg")}),
                   rule("sample_rate", Type::Number), rule("bit_rate", Type::Number)}};
}

FieldRules whisperTurbo()
{
    return {.fields = {required(rule("audio", Type::Text, 1)),
                       oneOf("task", {QStringLiteral("transcribe"), QStringLiteral("translate")},
                             QStringLiteral("transcribe")),
                       rule("language", Type::Text), rule("vad_filter", Type::Boolean, {}, {}, false),
                       rule("initial_prompt", Type::Text), rule("prefix", Type::Text),
                       rule("beam_size", Type::Integer), rule("condition_on_previous_text", Type::Boolean),
                       rule("no_speech_threshold", Type::Number),
                       rule("compression_ratio_threshold", Type::Number),
                       rule("log_prob_threshold", Type::Number),
                       rule("hallucination_silence_threshold", Type::Number)}};
}

FieldRules describing()
{
    return {.fields = {required(rule("image", Type::Picture)), rule("prompt", Type::Text),
                       rule("max_tokens", Type::Integer, 1, {}, 512)}};
}

FieldRules moondream()
{
    return {.fields = {
                oneOf("task",
                      {QStringLiteral("query"), QStringLiteral("caption"), QStringLiteral("point"),
                       QStringLiteral("detect")},
                      QStringLiteral("query")),
                rule("image", Type::Text, 1), rule("question", Type::Text), rule("target", Type::Text),
                oneOf("caption_length",
                      {QStringLiteral("short"), QStringLiteral("normal"), QStringLiteral("long")},
                      QStringLiteral("normal")),
                rule("reasoning", Type::Boolean, {}, {}, true), rule("temperature", Type::Number, 0, 2, 0.5),
                rule("top_p", Type::Number, 0, 1, 0.9), rule("max_tokens", Type::Number, 1, 2048, 768),
                rule("max_objects", Type::Number, 1, 500, 150), rule("stream", Type::Boolean, {}, {}, true)}};
}

QHash<QString, FieldRules> table()
{
    const FieldRules flux1{
        .fields = {required(rule("prompt", Type::Text, 1, 2048)), rule("steps", Type::Integer, {}, 8, 4)}};
    const FieldRules lucid{
        .fields = {prompt(), rule("guidance", Type::Number, 0, 10, 4.5), rule("seed", Type::Integer, 0),
                   rule("width", Type::Integer, 0, 2500, 1120), rule("height", Type::Integer, 0, 2500, 1120),
                   rule("steps", Type::Integer, 1, 40), rule("num_steps", Type::Integer, 1, 40)}};
    const FieldRules phoenix{
        .fields = {prompt(), rule("guidance", Type::Number, 2, 10, 2), rule("seed", Type::Integer, 0),
                   rule("width", Type::Integer, 0, 2048, 1024), rule("height", Type::Integer, 0, 2048, 1024),
                   rule("num_steps", Type::Integer, 1, 50, 25), rule("negative_prompt", Type::Text, 1)}};
    const FieldRules audioList{.fields = {required(rule("audio", Type::List, 1))}};
    const FieldRules streaming{
        .fields = {required(rule("audio", Type::Text, 1)),
                   oneOf("encoding", {QStringLiteral("wav"), QStringLiteral("flac"), QStringLiteral("ogg"),
                                      QStringLiteral("linear16")}),
                   rule("sample_rate", Type::Integer), rule("channels", Type::Integer)}};
    const FieldRules melo{.fields = {prompt(), rule("lang", Type::Text, {}, {}, QStringLiteral("en"))}};
    const FieldRules picture{.fields = {required(rule("image", Type::Picture))}};
    return {
        {QStringLiteral("flux-1-schnell"), flux1},
        {QStringLiteral("lucid-origin"), lucid},
        {QStringLiteral("phoenix-1.0"), phoenix},
        {QStringLiteral("stable-diffusion-xl-base-1.0"), diffusion()},
        {QStringLiteral("stable-diffusion-xl-lightning"), diffusion()},
        {QStringLiteral("dreamshaper-8-lcm"), diffusion()},
        {QStringLiteral("stable-diffusion-v1-5-img2img"), diffusion()},
        {QStringLiteral("stable-diffusion-v1-5-inpainting"), diffusion()},
        {QStringLiteral("flux-2-dev"), flux2()},
        {QStringLiteral("flux-2-klein-4b"), flux2()},
        {QStringLiteral("flux-2-klein-9b"), flux2()},
        {QStringLiteral("whisper"), audioList},
        {QStringLiteral("whisper-tiny-en"), audioList},
        {QStringLiteral("whisper-large-v3-turbo"), whisperTurbo()},
        {QStringLiteral("nemotron-speech-streaming-en-0.6b"), streaming},
        {QStringLiteral("melotts"), melo},
        {QStringLiteral("aura-1"), aura(auraOne, QStringLiteral("angus"))},
        {QStringLiteral("aura-2-en"), aura(auraEnglish, QStringLiteral("luna"))},
        {QStringLiteral("aura-2-es"), aura(auraSpanish, {})},
        {QStringLiteral("resnet-50"), picture},
        {QStringLiteral("detr-resnet-50"), picture},
        {QStringLiteral("llava-1.5-7b-hf"), describing()},
        {QStringLiteral("uform-gen2-qwen-500m"), describing()},
        {QStringLiteral("moondream3.1-9B-A2B"), moondream()},
    };
}

} // namespace

const FieldRules* mediaRulesOf(const Model& model)
{
    static const QHash<QString, FieldRules> rules = table();
    const auto found = rules.constFind(model.id.section(u'/', -1));
    return found == rules.constEnd() ? nullptr : &*found;
}

} // namespace orangery::sandbox
