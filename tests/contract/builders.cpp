// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/builders.h"

namespace orangery::test {

namespace {

using Transport = ParameterSet::Transport;
using Type = Parameter::Type;

bool always(const Model&)
{
    return true;
}

bool isLive(const Model& model)
{
    return model.parameters.transport() == Transport::WebSocket;
}

bool isRanking(const Model& model)
{
    return model.parameters.has(u"contexts");
}

constexpr TaskBuilder table[] = {
    {"Text Generation", [](const Model& model) { return !model.decisionModel; }, chatRequests},
    {"Text Generation", [](const Model& model) { return model.decisionModel; }, decisionRequests},
    {"Text Embeddings", always, embeddingRequests},
    {"Text Embeddings", isRanking, rerankRequests},
    {"Text Classification", isRanking, rerankRequests},
    {"Text Classification", [](const Model& model) { return !isRanking(model); }, textClassificationRequests},
    {"Translation", always, translationRequests},
    {"Text-to-Image", always, imageRequests},
    {"Automatic Speech Recognition", [](const Model& model) { return !isLive(model); },
     transcriptionRequests},
    {"Automatic Speech Recognition", isLive, liveRequests},
    {"Text-to-Speech", always, speechRequests},
    {"Voice Activity Detection", always, voiceActivityRequests},
    {"Image Classification", always, imageClassificationRequests},
    {"Object Detection", always, imageClassificationRequests},
    {"Image-to-Text", always, imageTextRequests},
};

QVariant extremeOf(const Parameter& parameter, End end)
{
    const bool isHigh = end == End::Highest;
    switch (parameter.type) {
    case Type::Text:
        return QString(isHigh ? parameter.longest.value_or(10'000) : parameter.shortest.value_or(1), u'ß');
    case Type::Integer:
        return static_cast<qint64>(isHigh ? parameter.maximum.value_or(1e15) : parameter.minimum.value_or(0));
    case Type::Number:
        return isHigh ? parameter.maximum.value_or(1e15) : parameter.minimum.value_or(-0.25);
    case Type::Boolean:
        return isHigh;
    case Type::Choice:
        return isHigh ? parameter.choices.last() : parameter.choices.first();
    case Type::List:
        if (!parameter.choices.isEmpty())
            return isHigh ? parameter.choices : parameter.choices.mid(0, 1);
        return QStringList(isHigh ? parameter.longest.value_or(4) : parameter.shortest.value_or(1),
                           QStringLiteral("x"));
    case Type::Base64:
    case Type::Bytes:
    case Type::File:
    case Type::Structure:
        break;
    }
    return {};
}

} // namespace

QList<TaskBuilder> buildersFor(const Model& model)
{
    QList<TaskBuilder> builders;
    for (const TaskBuilder& builder : table) {
        if (model.task == QLatin1String(builder.task) && builder.isFor(model))
            builders.append(builder);
    }
    return builders;
}

QVariantMap extremes(const ParameterSet& parameters, End end, const QStringList& leftOut)
{
    QVariantMap values;
    for (const Parameter& parameter : parameters.parameters()) {
        const QVariant value = extremeOf(parameter, end);
        if (value.isValid() && !leftOut.contains(parameter.name))
            values.insert(parameter.name, value);
    }
    return values;
}

double extreme(const ParameterSet& parameters, QStringView name, End end, double otherwise)
{
    const Parameter* parameter = parameters.find(name);
    if (!parameter)
        return otherwise;
    return (end == End::Highest ? parameter->maximum : parameter->minimum).value_or(otherwise);
}

QByteArray pictureFile()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmM"
        "IQAAAABJRU5ErkJggg==");
}

QByteArray soundFile()
{
    return QByteArray("RIFF\x28\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x80\x3e\x00\x00", 28) +
           QByteArray("\x00\x7d\x00\x00\x02\x00\x10\x00"
                      "data\x04\x00\x00\x00\xff\x7f\x00\x80",
                      20);
}

} // namespace orangery::test
