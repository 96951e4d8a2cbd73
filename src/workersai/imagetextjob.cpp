// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/imagetextjob.h"

#include "workersai/mediarequest.h"
#include "workersai/visioncodec.h"

namespace orangery {

ImageTextJob::ImageTextJob(HttpClient& client, const ApiContext& api, const Model& model,
                           const ImageTextRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request]() -> Result<HttpRequest> {
              const Result<WireBody> body = visioncodec::encode(request, model);
              if (!body)
                  return body.error();
              return mediaRequest(api, model, *body);
          },
          request.image.size(), visioncodec::decodeText, context)
{}

} // namespace orangery
