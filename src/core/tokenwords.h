// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace orangery::tokenwords {

/// What a run of Latin letters costs, in hundredths of a token. `isSpaced`: a space stands before it.
qint64 hundredths(QStringView letters, bool isSpaced);

} // namespace orangery::tokenwords
