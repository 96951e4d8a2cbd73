// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/classification.h"

#include <QByteArray>

/// A text to labels on the wire (API.md §6). Pure.
namespace orangery::textclassificationcodec {

/// InvalidInput without a text.
Result<QByteArray> encode(const TextClassificationRequest& request, const Model& model);

/// `[{label, score}]`, best first. InvalidAnswer where there is no label.
Result<ClassificationReply> decode(const QByteArray& body);

} // namespace orangery::textclassificationcodec
