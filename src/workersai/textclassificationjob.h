// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/classification.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// A text to labels (textclassificationcodec.h).
class TextClassificationJob : public ModelJob<ClassificationReply>
{
public:
    TextClassificationJob(HttpClient& client, const ApiContext& api, const Model& model,
                          const TextClassificationRequest& request, QObject* context);
};

} // namespace orangery
