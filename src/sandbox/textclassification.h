// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// Sentiment (distilbert) and reranking (bge-reranker), which the catalog calls one task. API.md §6.
Reply textClassification(const ModelCall& call);

} // namespace orangery::sandbox
