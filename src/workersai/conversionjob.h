// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/conversion.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// Files to Markdown (conversioncodec.h). No model is named, and the call costs nothing but for pictures.
class ConversionJob : public ModelJob<ConversionReply>
{
public:
    ConversionJob(HttpClient& client, const ApiContext& api, const ConversionRequest& request,
                  QObject* context);
};

} // namespace orangery
