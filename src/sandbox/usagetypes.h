// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/graphquery.h"

#include <QJsonValue>
#include <QStringList>

namespace orangery::sandbox {

/// What the usage dataset is made of, API.md §18: only names that were seen in working clients.
namespace usagetypes {

const QStringList& sums();
const QStringList& dimensions();
const QStringList& filters();
const QStringList& orders();

/// The answer to `__type(name: "…") { … }`; null for a type that is not published.
QJsonValue describe(const GraphField& type);

} // namespace usagetypes

} // namespace orangery::sandbox
