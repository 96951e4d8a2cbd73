// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tasks/conversion.h"
#include "net/httprequest.h"
#include "workersai/modelinput.h"

/// Files to Markdown on the wire (API.md §15). Pure.
namespace orangery::conversioncodec {

/// A form. InvalidInput without a file, and for options that are no JSON object.
Result<WireBody> encode(const ConversionRequest& request);

/// A file that could not be converted has its error and fails nothing else.
Result<ConversionReply> decode(const HttpReply& reply);

Result<QList<ConvertibleFormat>> decodeFormats(const HttpReply& reply);

} // namespace orangery::conversioncodec
