// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/audiolevels.h"
#include "sandbox/model.h"
#include "sandbox/reply.h"

#include <variant>

namespace orangery::sandbox {

/// A speech recognition request that passed the checks that need no decoding.
struct ListenRequest
{
    enum class Family {
        Whisper,  ///< raw bytes, or a list of numbers in JSON
        Turbo,    ///< base64 in JSON
        Nova,     ///< raw bytes, options in the query
        Streaming ///< base64 in JSON with a named encoding
    };

    Family family = Family::Whisper;
    QByteArray audio;
    QString language = {}; ///< as asked; empty: to be found out
    QString prefix = {};
    double mostSeconds = 0; ///< longer audio is refused with 3010; 0: no limit was ever seen

    // nova-3
    bool punctuates = false;
    bool diarizes = false;
    bool detectsLanguage = false;
    bool isMultichannel = false;
    bool hasSentiment = false;
    // nemotron
    bool isPcm = false; ///< 16 bits
    int rate = 16'000;  ///< of PCM
    int channels = 1;   ///< of PCM

    /// None: unsupported audio.
    std::optional<AudioLevels> levels() const;
};

/// Checks a request as the service does.
std::variant<ListenRequest, Failure> parseListenRequest(const ServerRequest& request, const Model& model);

} // namespace orangery::sandbox
