// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/image.h"
#include "workersai/apicontext.h"
#include "workersai/modeljob.h"

namespace orangery {

/// Text to image (imagecodec.h).
class ImageJob : public ModelJob<ImageReply>
{
public:
    ImageJob(HttpClient& client, const ApiContext& api, const Model& model, const ImageRequest& request,
             QObject* context);
};

} // namespace orangery
