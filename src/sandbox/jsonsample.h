// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>

namespace orangery::sandbox {

/// A JSON value that fits `schema`: types, enum, const, ranges, lengths, patterns, properties, items, anyOf,
/// oneOf, allOf and local references. A member that the prompt gives as `name=value` takes that value. The
/// same input gives the same value; none when the schema cannot be met.
std::optional<QJsonValue> sampleFor(const QJsonObject& schema, const QString& prompt);

} // namespace orangery::sandbox
