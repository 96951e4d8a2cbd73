// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/conversioncodec.h"

#include "net/multipart.h"
#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/mediarequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace orangery::conversioncodec {

namespace {

using namespace Qt::StringLiterals;

QString errorText(const QJsonValue& value)
{
    const QString text = value.isObject() ? value[u"message"].toString() : value.toString();
    return text.isEmpty() ? QCoreApplication::translate("ConversionCodec", "The file could not be converted.")
                          : text;
}

/// Nothing for what is no file's answer.
std::optional<ConversionReply::File> readFile(const QJsonObject& object)
{
    const QString format = object.value(u"format").toString();
    const QJsonValue data = object.value(u"data");
    ConversionReply::File file;
    file.id = object.value(u"id").toString();
    file.name = object.value(u"name").toString();
    file.mimeType = object.value(u"mimeType").toString();
    if (format == u"error" || (!data.isString() && object.contains(u"error")))
        file.error = errorText(object.value(u"error"));
    else if (data.isString())
        file.markdown = data.toString();
    else
        return std::nullopt;
    const double tokens = answervalue::number(object.value(u"tokens")).value_or(0);
    file.tokens = static_cast<int>(std::clamp(tokens, 0.0, 1e9));
    return file;
}

} // namespace

Result<WireBody> encode(const ConversionRequest& request)
{
    if (request.files.isEmpty())
        return unusableInput(QCoreApplication::translate("ConversionCodec", "There is no file. Choose one."));
    if (!request.options.isEmpty() && !QJsonDocument::fromJson(request.options).isObject())
        return unusableInput(
            QCoreApplication::translate("ConversionCodec", "The options are no JSON object. Correct them."));
    Multipart form;
    for (const ConversionRequest::File& file : request.files)
        form.addFile(u"files"_s, file.name, file.mimeType.toLatin1(), file.data);
    if (!request.options.isEmpty())
        form.addField(u"conversionOptions"_s, QString::fromUtf8(request.options));
    const Multipart::Encoded encoded = form.encode();
    return WireBody{encoded.contentType, encoded.body};
}

Result<ConversionReply> decode(const HttpReply& reply)
{
    ConversionReply conversion;
    const QJsonValue result = answervalue::result(reply.body, conversion);
    if (!result.isArray())
        return invalidAnswer(reply);
    const QJsonArray files = result.toArray();
    for (const QJsonValue& value : files) {
        const auto file = readFile(value.toObject());
        if (!file)
            return invalidAnswer(reply);
        conversion.files.append(*file);
    }
    return conversion;
}

Result<QList<ConvertibleFormat>> decodeFormats(const HttpReply& reply)
{
    ServiceFacts facts;
    const QJsonValue result = answervalue::result(reply.body, facts);
    if (!result.isArray())
        return invalidAnswer(reply);
    QList<ConvertibleFormat> formats;
    const QJsonArray items = result.toArray();
    for (const QJsonValue& item : items) {
        const QString extension = item[u"extension"].toString();
        if (!extension.isEmpty())
            formats.append({extension, item[u"mimeType"].toString()});
    }
    if (formats.isEmpty() && !items.isEmpty())
        return invalidAnswer(reply);
    return formats;
}

} // namespace orangery::conversioncodec
