// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameterset.h"

#include <QJsonObject>

#include <optional>

/// From the schema of one value to a parameter.
namespace orangery::schemaparameter {

/// `alternatives`: the schemas that the value may follow, each of one type. Of several kinds the one that
/// says most: a file before a list before a single text, which a list may hold; what is plain before what is
/// built. Nothing where there is no alternative.
std::optional<Parameter> read(const QString& name, const QList<QJsonObject>& alternatives);

/// One parameter of two variants of an input: takes what either of them takes.
Parameter merged(const Parameter& first, const Parameter& second);

/// Whether the schema is the pair of body and contentType in which a program of the service's own hands over
/// a stream; over HTTP that is a body or a form (API.md §7, §8).
bool isStream(const QJsonObject& schema);

} // namespace orangery::schemaparameter
