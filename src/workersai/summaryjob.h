// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/translation.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// A long text to a short one (summarycodec.h).
class SummaryJob : public ModelJob<SummaryReply>
{
public:
    SummaryJob(HttpClient& client, const ApiContext& api, const Model& model, const SummaryRequest& request,
               QObject* context);
};

} // namespace orangery
