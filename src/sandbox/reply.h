// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpserver/serverrequest.h"

#include <QString>
#include <functional>
#include <optional>
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

/// What a model call costs. The service books it and names it in the header when the answer leaves.
struct Cost
{
    QString model;
    double neurons = -1; ///< below 0: the model has no price
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    bool isTold = true; ///< false: the answer keeps the neurons to itself
};

/// A complete answer before it is sent. An event stream has `events`, everything else `body`.
struct Reply
{
    int status = 200;
    HeaderList headers;
    QByteArray body;
    std::vector<QByteArray> events; ///< each with its blank line, paced one by one

    std::optional<Cost> cost = {};
    /// Set: the answer is still to be made, by this, on any thread; everything else is empty.
    std::function<Reply()> later = {};

    bool isStream() const { return !events.empty(); }
};

} // namespace orangery::sandbox
