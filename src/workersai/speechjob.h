// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/speech.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// Text to speech (speechcodec.h).
class SpeechJob : public ModelJob<SpeechReply>
{
public:
    SpeechJob(HttpClient& client, const ApiContext& api, const Model& model, const SpeechRequest& request,
              QObject* context);
};

} // namespace orangery
