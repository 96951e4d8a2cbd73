// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/embedding.h"

#include <QByteArray>

/// Texts to vectors on the wire (API.md §6). Pure.
namespace orangery::embeddingcodec {

/// The body of POST …/ai/run/{model}. The texts go under `text`; under `queries` or `documents` where the
/// model tells them apart and the request does; as `contexts` where the model has nothing else.
/// InvalidInput for no texts and for more than the model takes: 100, or what its parameter says.
Result<QByteArray> encode(const EmbeddingRequest& request, const Model& model);

/// `{shape, data, pooling?}`, bge-m3's `response` in place of `data`, or OpenAI's list of objects.
/// InvalidAnswer unless there are as many vectors as `texts`, all of one dimension and of numbers.
Result<EmbeddingReply> decode(const QByteArray& body, qsizetype texts);

} // namespace orangery::embeddingcodec
