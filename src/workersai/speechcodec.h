// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/speech.h"
#include "net/httprequest.h"
#include "workersai/modelinput.h"

/// Text to speech on the wire (API.md §9). Pure.
namespace orangery::speechcodec {

/// JSON in the names that the model takes: `prompt` and `lang`, or `text` and `speaker`. Of a model that is
/// not known, the first where a language is set and nothing that only the second has, else the second.
Result<WireBody> encode(const SpeechRequest& request, const Model& model);

/// A file, or base64 in JSON. The type is the head's if that names one of sound, else by the bytes;
/// InvalidAnswer where neither tells.
Result<SpeechReply> decode(const HttpReply& reply);

} // namespace orangery::speechcodec
