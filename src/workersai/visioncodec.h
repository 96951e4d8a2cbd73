// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/classification.h"
#include "core/tasks/image.h"
#include "net/httprequest.h"
#include "workersai/modelinput.h"

/// Pictures to labels, boxes and texts on the wire (API.md §14). Pure.
namespace orangery::visioncodec {

/// The file as it is, or base64 where the model is known to take that.
Result<WireBody> encode(const ImageClassificationRequest& request, const Model& model);
/// Best first. An empty list is an answer: nothing was found.
Result<ClassificationReply> decodeLabels(const HttpReply& reply);

/// JSON with the picture in the model's form; the file as it is where nothing else is asked and the model
/// takes that. Of a model with a `question` the prompt is that, or the `target`, as its `task` wants. Never
/// a stream.
Result<WireBody> encode(const ImageTextRequest& request, const Model& model);
/// A description, an answer, a caption, or what was pointed at.
Result<ImageTextReply> decodeText(const HttpReply& reply);

} // namespace orangery::visioncodec
