// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/embedding.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// Passages by how well they answer a question (rerankcodec.h).
class RerankJob : public ModelJob<RerankReply>
{
public:
    RerankJob(HttpClient& client, const ApiContext& api, const Model& model, const RerankRequest& request,
              QObject* context);
};

} // namespace orangery
