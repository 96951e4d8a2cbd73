// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>

#include <optional>

/// Values in an answer that is read as a whole.
namespace orangery::answervalue {

/// What the model answered: `result` where the answer is an envelope, else all of it. Undefined where it is
/// no JSON. `usage` beside or inside it goes into `facts`.
QJsonValue result(const QByteArray& json, ServiceFacts& facts);

/// A finite number, or a text that is one.
std::optional<double> number(const QJsonValue& value);

} // namespace orangery::answervalue
