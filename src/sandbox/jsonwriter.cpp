// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/jsonwriter.h"

#include <QJsonDocument>

namespace orangery::sandbox {

QByteArray jsonString(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                out += "\\u00" + QByteArray::number(c, 16).rightJustified(2, '0');
            else
                out += c;
        }
    }
    out += '"';
    return out;
}

QByteArray jsonNumber(double value)
{
    QByteArray text = QByteArray::number(value, 'f', 6);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text;
}

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray json(const QJsonArray& array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

ObjectWriter& ObjectWriter::raw(const char* key, const QByteArray& value)
{
    if (!m_members.isEmpty())
        m_members += ',';
    m_members += jsonString(QString::fromLatin1(key)) + ':' + value;
    return *this;
}

ArrayWriter& ArrayWriter::raw(const QByteArray& value)
{
    if (!m_items.isEmpty())
        m_items += ',';
    m_items += value;
    return *this;
}

} // namespace orangery::sandbox
