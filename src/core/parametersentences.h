// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameterset.h"

/// What is wrong with an input, as translated sentences that name the parameter and what it takes.
namespace orangery::parametersentences {

QString unknown(const QString& name);
QString missing(const Parameter& parameter);
/// For a value of the wrong type, length or size.
QString wrong(const Parameter& parameter);

} // namespace orangery::parametersentences
