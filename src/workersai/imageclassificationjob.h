// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/classification.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// A picture to labels, with or without boxes (visioncodec.h).
class ImageClassificationJob : public ModelJob<ClassificationReply>
{
public:
    ImageClassificationJob(HttpClient& client, const ApiContext& api, const Model& model,
                           const ImageClassificationRequest& request, QObject* context);
};

} // namespace orangery
