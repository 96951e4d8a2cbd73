// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httprequest.h"

#include <QByteArrayView>
#include <QDateTime>

namespace orangery {

/// A date as HTTP headers write it (RFC 9110, section 5.6.7, IMF-fixdate); null for anything else. UTC.
/// By hand, because QLocale's parser took a quarter of the time that a small call costs its thread.
QDateTime httpDate(QByteArrayView text);
/// When the answer was made: by the server's own clock where it tells it, else by ours. UTC.
QDateTime serverTime(const HttpHead& head);

} // namespace orangery
