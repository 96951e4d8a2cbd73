// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/image.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// A picture to a text about it (visioncodec.h).
class ImageTextJob : public ModelJob<ImageTextReply>
{
public:
    ImageTextJob(HttpClient& client, const ApiContext& api, const Model& model,
                 const ImageTextRequest& request, QObject* context);
};

} // namespace orangery
