// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/embedding.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// Texts to vectors (embeddingcodec.h).
class EmbeddingJob : public ModelJob<EmbeddingReply>
{
public:
    EmbeddingJob(HttpClient& client, const ApiContext& api, const Model& model,
                 const EmbeddingRequest& request, QObject* context);
};

} // namespace orangery
