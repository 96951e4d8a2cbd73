// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/transcription.h"
#include "net/httprequest.h"
#include "workersai/modelinput.h"

/// Speech recognition on the wire (API.md §8). Pure.
namespace orangery::transcriptioncodec {

/// The file as octet-stream, or under its own type with the options in the query, or as base64 (or numbers)
/// in JSON, as the model takes it; base64 of a model that is not known. A model that can punctuate, format
/// or find the language out is asked to. InvalidInput without audio, and for a model that only hears live.
Result<WireBody> encode(const TranscriptionRequest& request, const Model& model);

/// All answers of API.md §8. Segments are the model's own; else one for each turn of a speaker, else the
/// cues of its WebVTT. Words are all words, whether the model gave them as one list or by segments. The
/// language is the model's, else the request's.
Result<TranscriptionReply> decode(const HttpReply& reply, const TranscriptionRequest& request);

} // namespace orangery::transcriptioncodec
