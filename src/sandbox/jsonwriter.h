// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace orangery::sandbox {

/// JSON text in the order in which it is written, as the real service sends it; QJsonObject sorts its keys.
QByteArray jsonString(const QString& text);
/// At most six decimals, no exponent.
QByteArray jsonNumber(double value);
QByteArray json(const QJsonObject& object);
QByteArray json(const QJsonArray& array);

class ObjectWriter
{
public:
    ObjectWriter& string(const char* key, const QString& value) { return raw(key, jsonString(value)); }
    ObjectWriter& number(const char* key, qint64 value) { return raw(key, QByteArray::number(value)); }
    ObjectWriter& decimal(const char* key, double value) { return raw(key, jsonNumber(value)); }
    ObjectWriter& boolean(const char* key, bool value) { return raw(key, value ? "true" : "false"); }
    /// `value` is JSON already.
    ObjectWriter& raw(const char* key, const QByteArray& value);
    QByteArray bytes() const { return "{" + m_members + "}"; }

private:
    QByteArray m_members;
};

class ArrayWriter
{
public:
    ArrayWriter& raw(const QByteArray& value);
    QByteArray bytes() const { return "[" + m_items + "]"; }

private:
    QByteArray m_items;
};

} // namespace orangery::sandbox
