// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// Vectors, and the scores of bge-m3, on `/ai/run/{model}`. API.md §6.
Reply embedding(const ModelCall& call);
/// `POST …/ai/v1/embeddings`. API.md §4.
Reply openAiEmbeddings(const ServerRequest& request, State& state, const Fault& fault);

} // namespace orangery::sandbox
