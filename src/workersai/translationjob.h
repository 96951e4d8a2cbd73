// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/translation.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// Text from one language into another (translationcodec.h).
class TranslationJob : public ModelJob<TranslationReply>
{
public:
    TranslationJob(HttpClient& client, const ApiContext& api, const Model& model,
                   const TranslationRequest& request, QObject* context);
};

} // namespace orangery
