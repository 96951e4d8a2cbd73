// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery::sandbox {

/// The ISO 639-1 code that m2m100 knows a language by, from that code or from its English name; null for
/// anything else, `auto` among it. API.md §13.
QString languageCode(const QString& given);

} // namespace orangery::sandbox
