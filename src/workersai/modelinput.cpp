// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/modelinput.h"

#include "net/multipart.h"
#include "workersai/mediatype.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace orangery {

namespace {

using namespace Qt::StringLiterals;

bool isNothing(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return true;
    case QMetaType::QString:
        return value.toString().isEmpty();
    case QMetaType::Double:
    case QMetaType::Float:
        return !std::isfinite(value.toDouble());
    default:
        return false;
    }
}

/// As a form and a query have it: a plain text, or JSON for what is more than one value.
QString textOf(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QMetaType::QVariantMap:
    case QMetaType::QVariantList:
    case QMetaType::QStringList:
        return QString::fromUtf8(QJsonDocument::fromVariant(value).toJson(QJsonDocument::Compact));
    default:
        return value.toString();
    }
}

QString mediaTypeOf(const QByteArray& bytes)
{
    QString type = mediatype::ofPicture(bytes);
    if (type.isEmpty())
        type = mediatype::ofAudio(bytes);
    return type.isEmpty() ? u"application/octet-stream"_s : type;
}

/// [0,255,…]. By hand, since a QJsonArray of a picture takes 24 bytes a number.
void appendNumbers(QByteArray& json, const QByteArray& bytes)
{
    static const std::array<QByteArray, 256> numbers = [] {
        std::array<QByteArray, 256> texts;
        for (int i = 0; i < 256; ++i)
            texts[static_cast<size_t>(i)] = QByteArray::number(i) + ',';
        return texts;
    }();
    json.reserve(json.size() + bytes.size() * 4 + 2);
    json += '[';
    for (const char c : bytes)
        json += numbers[static_cast<unsigned char>(c)];
    if (!bytes.isEmpty())
        json.chop(1);
    json += ']';
}

} // namespace

void ModelInput::set(const QString& name, const QVariant& value)
{
    if (!isNothing(value) && m_parameters.takes(name))
        m_values.insert(name, value);
}

void ModelInput::setFile(const QString& name, const QByteArray& bytes, Parameter::Type otherwise)
{
    const Parameter* parameter = m_parameters.find(name);
    if (bytes.isEmpty() || !m_parameters.takes(name))
        return;
    m_values.remove(name);
    m_files.append({name, bytes, parameter ? parameter->type : otherwise});
}

void ModelInput::add(const QVariantMap& values)
{
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        if (std::ranges::find(m_files, value.key(), &File::name) == m_files.end())
            set(value.key(), value.value());
    }
}

Result<void> ModelInput::check(const QString& fileInBody) const
{
    if (m_parameters.isEmpty())
        return {};
    QVariantMap values = m_values;
    for (const File& file : m_files)
        values.insert(file.name, file.bytes);
    if (!fileInBody.isEmpty() && m_parameters.has(fileInBody))
        values.insert(fileInBody, QByteArray("\0", 1)); // that it is there is all that can be wrong
    return m_parameters.check(values);
}

WireBody ModelInput::json() const
{
    QByteArray json = QJsonDocument(QJsonObject::fromVariantMap(m_values)).toJson(QJsonDocument::Compact);
    for (const File& file : m_files) {
        json.chop(1);
        json += (json.size() > 1 ? ",\"" : "\"") + file.name.toUtf8() + "\":";
        if (file.type == Parameter::Type::Bytes) {
            appendNumbers(json, file.bytes);
        } else {
            json += '"';
            if (file.type == Parameter::Type::Text)
                json += "data:" + mediaTypeOf(file.bytes).toLatin1() + ";base64,";
            json += file.bytes.toBase64() + '"';
        }
        json += '}';
    }
    return {"application/json", json};
}

WireBody ModelInput::form() const
{
    Multipart form;
    for (auto value = m_values.cbegin(); value != m_values.cend(); ++value)
        form.addField(value.key(), textOf(value.value()));
    for (const File& file : m_files) {
        const QString type = mediaTypeOf(file.bytes);
        form.addFile(file.name, file.name + u'.' + type.section(u'/', 1), type.toLatin1(), file.bytes);
    }
    const Multipart::Encoded encoded = form.encode();
    return {encoded.contentType, encoded.body};
}

WireBody ModelInput::raw(const QByteArray& file, const QByteArray& mediaType) const
{
    // encoded here, since QUrlQuery would leave a plus sign, which a server reads as a space
    const auto encoded = [](const QString& text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text));
    };
    QUrlQuery query;
    for (auto value = m_values.cbegin(); value != m_values.cend(); ++value) {
        const bool isList =
            value->typeId() == QMetaType::QStringList || value->typeId() == QMetaType::QVariantList;
        const QVariantList items = isList ? value->toList() : QVariantList{*value};
        for (const QVariant& item : items)
            query.addQueryItem(encoded(value.key()), encoded(textOf(item)));
    }
    return {mediaType, file, query};
}

} // namespace orangery
