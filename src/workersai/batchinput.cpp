// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/batchinput.h"

#include "core/tokencounter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace orangery {

namespace {

using namespace Qt::StringLiterals;

void readTexts(const QJsonValue& value, BatchInput& input)
{
    if (value.isString()) {
        const QString text = value.toString();
        if (text.startsWith(u"data:"_s))
            ++input.pictures;
        else
            input.tokens += countTokens(text);
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue& each : array)
            readTexts(each, input);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (const QJsonValue& each : object)
            readTexts(each, input);
    }
}

qint64 bytesOfAudio(const QJsonValue& audio)
{
    if (audio.isArray())
        return audio.toArray().size();
    const QString text = audio.isObject() ? audio[u"body"].toString() : audio.toString();
    return text.size() / 4 * 3;
}

} // namespace

BatchInput BatchInput::of(const QByteArray& body)
{
    QJsonObject object = QJsonDocument::fromJson(body).object();
    BatchInput input;
    input.audioBytes = bytesOfAudio(object.take(u"audio"_s));
    input.characters = static_cast<int>(object.value(u"text").toString().size());
    for (const QStringView name : {u"max_completion_tokens", u"max_output_tokens", u"max_tokens"}) {
        if (const QJsonValue most = object.value(name); most.isDouble() && !input.maxTokens)
            input.maxTokens = std::max(0, most.toInt());
    }
    readTexts(object, input);
    return input;
}

} // namespace orangery
