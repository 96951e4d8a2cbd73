// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/image.h"
#include "net/httprequest.h"
#include "workersai/modelinput.h"

/// Text to image on the wire (API.md §7). Pure.
namespace orangery::imagecodec {

/// A form where the model wants one (FLUX.2, always), else JSON. Of a model that is not known, a form where
/// there are references, and the names that most models have. InvalidInput for a picture that the model has
/// no place for: it would be paid for and not looked at.
Result<WireBody> encode(const ImageRequest& request, const Model& model);

/// A file, whatever it is called, or base64 in JSON. InvalidAnswer where there is no PNG, JPEG, WebP or GIF.
Result<ImageReply> decode(const HttpReply& reply);

} // namespace orangery::imagecodec
