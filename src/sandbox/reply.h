// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpserver/serverrequest.h"

#include <QString>
#include <vector>

namespace orangery::sandbox {

/// Why the service refuses: an HTTP status and one or two of its own codes. API.md §19.
struct Failure
{
    int status = 500;
    int code = 0;    ///< 0: the body carries no code
    QString message; ///< as the service words it, in English

    int secondCode = 0; ///< 7003 comes together with 7000
    QString secondMessage;
};

/// A complete answer before it is sent. An event stream has `events`, everything else `body`.
struct Reply
{
    int status = 200;
    HeaderList headers;
    QByteArray body;
    std::vector<QByteArray> events; ///< each with its blank line, paced one by one

    bool isStream() const { return !events.empty(); }
};

} // namespace orangery::sandbox
