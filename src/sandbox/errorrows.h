// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/reply.h"

namespace orangery::sandbox {

/// The rows of API.md §19 as the sandbox answers them. Where the table gives no HTTP status, 400.
Failure errorRow(int code);
bool hasErrorRow(int code);
QList<int> errorCodes();

Failure authenticationError();
/// 7003 with 7000: a path or an account id that leads nowhere. 400, or 404 for a well-formed id.
Failure noRoute(const QByteArray& path, int status);
/// JSON mode that did not come about. Its code is not published; the text is (API.md §3.5).
Failure schemaNotMet();
/// 5006 with the text that the service is known for.
Failure badInput(const QString& what);

} // namespace orangery::sandbox
