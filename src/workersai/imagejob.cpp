// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/imagejob.h"

#include "workersai/imagecodec.h"
#include "workersai/mediarequest.h"

namespace orangery {

namespace {

qint64 inputBytes(const ImageRequest& request)
{
    qint64 bytes = request.image.size() + request.mask.size();
    for (const QByteArray& reference : request.references)
        bytes += reference.size();
    return bytes;
}

} // namespace

ImageJob::ImageJob(HttpClient& client, const ApiContext& api, const Model& model, const ImageRequest& request,
                   QObject* context)
    : ModelJob(
          client,
          [api, model, request]() -> Result<HttpRequest> {
              const Result<WireBody> body = imagecodec::encode(request, model);
              if (!body)
                  return body.error();
              return mediaRequest(api, model, *body, "image/*, application/json");
          },
          inputBytes(request), imagecodec::decode, context)
{}

} // namespace orangery
