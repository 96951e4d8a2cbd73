// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QByteArray>
#include <QVariantMap>

namespace orangery {

/// Text to speech (API.md §9). What is not set is not sent.
struct SpeechRequest
{
    QString model;
    QString text;
    QString speaker = {};               ///< one of the model's choices
    QString language = {};              ///< melotts: en, es, fr, zh, jp, kr
    QString encoding = {};              ///< linear16, flac, mulaw, alaw, mp3, opus, aac
    QString container = {};             ///< none, wav, ogg
    std::optional<int> sampleRate = {}; ///< Hz
    std::optional<int> bitRate = {};    ///< bit/s
    bool optOutOfTraining = false;      ///< `mip_opt_out`, where the model has it (U28)
    QVariantMap extra = {};             ///< parameters of the model's own, by their names on the wire

    bool operator==(const SpeechRequest&) const = default;
};

struct SpeechReply : ServiceFacts
{
    QByteArray audio; ///< a file's bytes
    QString mimeType; ///< as the service says, else by the bytes: audio/mpeg, audio/wav, …

    bool operator==(const SpeechReply&) const = default;
};

} // namespace orangery
