// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/reply.h"

#include <QJsonObject>
#include <QStringList>
#include <optional>
#include <vector>

namespace orangery::sandbox {

/// What is demanded of one member of a request's body. The same table checks a body and is published as the
/// model's schema.
struct FieldRule
{
    enum class Type { Text, Texts, Number, Integer, Boolean, Object, List, Picture, Any };

    QString name;
    Type type = Type::Any; ///< Texts: one or a list of them; Picture: base64, a data URI or 0 … 255s
    std::optional<double> least = {}; ///< of the number, the text's characters, or the list's items
    std::optional<double> most = {};
    QJsonValue fallback = QJsonValue::Undefined; ///< what is taken when it is not sent
    QStringList allowed = {};                    ///< the only texts that are taken; empty: any
    bool isRequired = false;
    bool isNullable = false;
};

/// What both tables are written with.
FieldRule rule(const char* name, FieldRule::Type type, std::optional<double> least = {},
               std::optional<double> most = {}, const QJsonValue& fallback = QJsonValue::Undefined);
FieldRule required(FieldRule field);

struct FieldRules
{
    std::vector<FieldRule> fields;
    /// At least one of these must be there; empty: no such demand.
    QStringList oneOf = {};

    const FieldRule* field(const QString& name) const;
};

/// What is wrong with `body`, none when nothing is. Members without a rule are let pass, as the service does.
std::optional<Failure> bodyFailure(const QJsonObject& body, const FieldRules& rules);

/// The rules as a JSON Schema.
QJsonObject schemaOf(const FieldRules& rules);

} // namespace orangery::sandbox
