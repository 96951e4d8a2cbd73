// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery {

/// What a pasted curl command says of whom is asked, and as whom.
struct CurlCommand
{
    QString url;               ///< empty: it names none
    QString token;             ///< of an `Authorization: Bearer` header, as it stands there
    bool hasGlobalKey = false; ///< it uses X-Auth-Email and X-Auth-Key
};

bool isCurl(const QString& text);
CurlCommand readCurl(const QString& text);

} // namespace orangery
