// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/translation.h"

#include <QByteArray>

/// A long text to a short one on the wire (API.md §14). Pure.
namespace orangery::summarycodec {

/// `{input_text, max_length?}`. InvalidInput without a text.
Result<QByteArray> encode(const SummaryRequest& request, const Model& model);

/// `{summary}`. InvalidAnswer where there is none.
Result<SummaryReply> decode(const QByteArray& body);

} // namespace orangery::summarycodec
