// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "net/httprequest.h"
#include "workersai/wiretext.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace orangery::test {

/// A whole PNG of one pixel.
inline QByteArray pngFile()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAA"
        "AABJRU5ErkJggg==");
}

inline QByteArray jpegFile()
{
    return QByteArray("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", 12) + "…";
}

inline QByteArray webpFile()
{
    return QByteArray("RIFF\x04\x00\x00\x00WEBPVP8 ", 16);
}

/// Silence without a sample.
inline QByteArray wavFile()
{
    return QByteArray("RIFF\x24\x00\x00\x00WAVEfmt ", 16);
}

inline QByteArray mp3File()
{
    return QByteArray("\xff\xfb\x90\x64\x00\x00", 6);
}

inline HttpReply replyOf(const QByteArray& contentType, const QByteArray& body, int status = 200)
{
    HttpReply reply;
    reply.head.status = status;
    reply.head.headers = {{"content-type", contentType}};
    reply.body = body;
    return reply;
}

inline HttpReply jsonReply(const QByteArray& body)
{
    return replyOf("application/json", body);
}

inline Parameter parameter(const char* name, Parameter::Type type = Parameter::Type::Text)
{
    Parameter parameter;
    parameter.name = QString::fromLatin1(name);
    parameter.type = type;
    return parameter;
}

inline Model modelWith(const QList<Parameter>& parameters,
                       ParameterSet::Transport transport = ParameterSet::Transport::Json)
{
    Model model;
    model.id = QStringLiteral("@cf/somebody/something");
    model.parameters = ParameterSet(transport, parameters);
    return model;
}

inline QJsonObject objectIn(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

/// Bodies that no model answers with; every decoder must refuse them.
inline QList<HttpReply> unreadableReplies()
{
    return {jsonReply(""),
            jsonReply("{"),
            jsonReply("null"),
            jsonReply("42"),
            jsonReply("{}"),
            jsonReply(envelope("null")),
            jsonReply(envelope("{}")),
            jsonReply(envelope("true")),
            jsonReply(envelope(R"({"image":null,"audio":7,"text":{},"description":[],"results":[]})")),
            jsonReply(QByteArray("\xff\xfe\x00{\"result\":[]}", 16)),
            replyOf("text/html", "<!doctype html><html><body>Sign in</body></html>"),
            replyOf("text/plain", "ok"),
            replyOf("", QByteArray(300'000, '\0'))};
}

} // namespace orangery::test
