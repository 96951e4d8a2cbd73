// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery::test {

/// Of this machine, or where script/bootstrap unpacks it, because its package would start a service. Empty:
/// neither.
QString nginxProgram();

/// Since 1.25.1 HTTP/2 is a directive; before, a word of `listen`, which is deprecated since.
bool hasNginxHttp2Directive();

} // namespace orangery::test
