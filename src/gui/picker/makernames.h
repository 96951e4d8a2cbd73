// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery {

/// How a maker writes its own name, from the middle part of a model id (“zai-org” → “Z.ai”). A slug that the
/// table does not know is returned with its words capitalised.
QString makerName(const QString& slug);

} // namespace orangery
