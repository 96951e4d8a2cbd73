// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/transcription.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// Speech to text (transcriptioncodec.h).
class TranscriptionJob : public ModelJob<TranscriptionReply>
{
public:
    TranscriptionJob(HttpClient& client, const ApiContext& api, const Model& model,
                     const TranscriptionRequest& request, QObject* context);
};

} // namespace orangery
