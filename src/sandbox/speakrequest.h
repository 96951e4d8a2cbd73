// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/model.h"
#include "sandbox/reply.h"

#include <variant>

namespace orangery::sandbox {

/// A text to speech request that passed the service's checks. API.md §9.
struct SpeakRequest
{
    QString text;
    QString speaker;
    int format = 0; ///< libsndfile's
    int rate = 0;   ///< Hz
    QByteArray mediaType;
    bool isJson = false; ///< the file in base64, as melotts may answer
};

std::variant<SpeakRequest, Failure> parseSpeakRequest(const ServerRequest& request, const Model& model);

} // namespace orangery::sandbox
