// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/imageclassificationjob.h"

#include "workersai/mediarequest.h"
#include "workersai/visioncodec.h"

namespace orangery {

ImageClassificationJob::ImageClassificationJob(HttpClient& client, const ApiContext& api, const Model& model,
                                               const ImageClassificationRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request]() -> Result<HttpRequest> {
              const Result<WireBody> body = visioncodec::encode(request, model);
              if (!body)
                  return body.error();
              return mediaRequest(api, model, *body);
          },
          request.image.size(), visioncodec::decodeLabels, context)
{}

} // namespace orangery
