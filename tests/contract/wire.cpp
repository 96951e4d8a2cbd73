// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/wire.h"

#include <QJsonDocument>
#include <QUrl>

namespace orangery::test {

namespace {

using namespace Qt::StringLiterals;

/// A text from a form or a query as the value that the schema of its member is about.
QJsonValue typed(const QString& text, const QJsonObject& schema)
{
    const QString type = schema.value(u"type").toString();
    bool isNumber = false;
    if (type == u"integer") {
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(text);
    }
    if (type == u"number") {
        const double number = text.toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(text);
    }
    if (type == u"boolean" && (text == u"true" || text == u"false"))
        return text == u"true";
    return text;
}

/// The parts of a form by their names; of a file its bytes, as Latin-1.
QJsonObject fieldsOf(const QByteArray& contentType, const QByteArray& body, const QJsonObject& schema)
{
    const QByteArray boundary = "--" + contentType.mid(contentType.indexOf("boundary=") + 9).replace('"', "");
    const QJsonObject properties = schema.value(u"properties").toObject();
    QJsonObject fields;
    for (qsizetype at = body.indexOf(boundary); at >= 0;) {
        const qsizetype next = body.indexOf("\r\n" + boundary, at);
        const qsizetype head = body.indexOf("\r\n\r\n", at);
        if (next < 0 || head < 0)
            break;
        const QByteArray lines = body.mid(at, head - at);
        const qsizetype name = lines.indexOf(" name=\"") + 7;
        const QString key = QString::fromUtf8(lines.mid(name, lines.indexOf('"', name) - name));
        const QByteArray data = body.mid(head + 4, next - head - 4);
        const bool isFile = lines.contains("filename=\"");
        const QJsonObject rule = properties.value(key).toObject();
        // a field under the name of a file, or the other way round, is to be seen as wrong
        const bool isMixedUp = isFile != (rule.value(u"format").toString() == u"binary");
        fields.insert(isMixedUp ? key + u" (file and field mixed up)"_s : key,
                      isFile ? QJsonValue(QString::fromLatin1(data)) : typed(QString::fromUtf8(data), rule));
        at = next + 2;
    }
    return fields;
}

} // namespace

Contract::Contract(const QJsonObject& schema, const QStringList& besides)
    : m_schema(schema),
      m_input(schema.value(u"input").toObject()),
      m_strictInput(strict(schema.value(u"input").toObject(), besides)),
      m_form(strict(schema.value(u"rest_form").toObject()))
{}

QStringList Contract::ofForm(const WireBody& request) const
{
    if (!request.contentType.startsWith("multipart/form-data; boundary="))
        return {u"no form, but "_s + QString::fromLatin1(request.contentType)};
    const QJsonObject fields =
        fieldsOf(request.contentType, request.body, m_schema.value(u"rest_form").toObject());
    return m_form.violations(QJsonDocument(fields).toJson(QJsonDocument::Compact));
}

// The options, and the file in the place that the schema has for it.
QStringList Contract::ofQuery(const WireBody& request) const
{
    const QJsonObject properties = m_schema.value(u"input").toObject().value(u"properties").toObject();
    QJsonObject input;
    const auto items = request.query.queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items)
        input.insert(name, typed(value, properties.value(name).toObject()));
    if (properties.contains(u"audio"))
        input.insert(u"audio"_s, QJsonObject{{u"body"_s, QJsonObject()},
                                             {u"contentType"_s, QString::fromLatin1(request.contentType)}});
    return m_strictInput.violations(QJsonDocument(input).toJson(QJsonDocument::Compact));
}

QStringList Contract::ofFile(const WireBody& request) const
{
    const QJsonObject rules = m_schema.value(u"rest_binary").toObject();
    const QByteArray wanted = rules.value(u"contentType").toString().toLatin1();
    const bool isWanted = wanted.endsWith("/*") ? request.contentType.startsWith(wanted.chopped(1))
                                                : request.contentType == wanted;
    QStringList problems;
    if (!isWanted)
        problems.append(u"the type is "_s + QString::fromLatin1(request.contentType));
    if (request.body.isEmpty())
        problems.append(u"no file"_s);
    if (rules.contains(u"options"))
        return problems + ofQuery(request);
    if (!request.query.isEmpty())
        problems.append(u"options where none are taken"_s);
    return problems;
}

QStringList Contract::violations(const WireBody& request) const
{
    if (m_schema.contains(u"rest_form"))
        return ofForm(request);
    const bool isJson = request.contentType == "application/json";
    if (m_schema.contains(u"rest_binary") && !isJson)
        return ofFile(request);
    if (request.contentType.isEmpty()) // a WebSocket: everything is in its address
        return ofQuery(request);
    if (!isJson)
        return {u"neither JSON nor a file that the model takes: "_s +
                QString::fromLatin1(request.contentType)};
    return m_input.violations(request.body) + m_strictInput.violations(request.body);
}

} // namespace orangery::test
