// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameterset.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>

/// The parameters of many models in the project's own file format (resources/catalog/parameters.json, format
/// 1): equal sets are written once and referred to by their place.
namespace orangery::parametertable {

using Table = QMap<QString, ParameterSet>; ///< by the model's id

QJsonObject toJson(const Table& table);
/// InvalidAnswer for a type or transport that is not known, and for a place that is not there.
Result<Table> fromJson(const QJsonObject& json);

/// The file, with a line for each parameter, so that a change can be read.
QByteArray writeFile(const Table& table);
/// InvalidAnswer unless it is a file of format 1.
Result<Table> readFile(const QByteArray& file);

} // namespace orangery::parametertable
