// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/embedding.h"

#include <QByteArray>

/// Passages by how well they answer a question, on the wire (API.md §6). Pure.
namespace orangery::rerankcodec {

/// `{query, contexts:[{text}], top_k?}`. InvalidInput without a question or passages.
Result<QByteArray> encode(const RerankRequest& request, const Model& model);

/// `{response:[{id, score}]}`, best first and not more than were asked for, whatever the service sent.
/// InvalidAnswer where an id is no place in the request or comes twice, or nothing was scored.
Result<RerankReply> decode(const QByteArray& body, const RerankRequest& request);

} // namespace orangery::rerankcodec
