// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpexchange.h"

#include <QString>

namespace orangery {

/// The name under which a body that a command line cannot carry is expected in the working directory.
inline constexpr char curlBodyFile[] = "request-body";

/// Whether the body stands in the command itself: text, short enough for an argument.
bool isBodyInCurl(const HttpExchange& exchange);

/// The same request as a curl command for a POSIX shell. The token is the variable CLOUDFLARE_API_TOKEN. A
/// body that does not fit into a command (isBodyInCurl()) is read from curlBodyFile.
QString curlText(const HttpExchange& exchange);

} // namespace orangery
