// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httprequest.h"

#include <QDateTime>

namespace orangery {

/// A date as HTTP headers write it (RFC 9110, IMF-fixdate); invalid for anything else. UTC.
QDateTime httpDate(const QByteArray& text);
/// When the answer was made: by the server's own clock where it tells it, else by ours. UTC.
QDateTime serverTime(const HttpHead& head);

} // namespace orangery
