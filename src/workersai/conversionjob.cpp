// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/conversionjob.h"

#include "workersai/conversioncodec.h"
#include "workersai/endpoints.h"

namespace orangery {

namespace {

qint64 inputBytes(const ConversionRequest& request)
{
    qint64 bytes = 0;
    for (const ConversionRequest::File& file : request.files)
        bytes += file.data.size();
    return bytes;
}

} // namespace

ConversionJob::ConversionJob(HttpClient& client, const ApiContext& api, const ConversionRequest& request,
                             QObject* context)
    : ModelJob(
          client,
          [api, request]() -> Result<HttpRequest> {
              const Result<WireBody> body = conversioncodec::encode(request);
              if (!body)
                  return body.error();
              return endpoints::toMarkdown(api, body->contentType, body->body);
          },
          inputBytes(request), conversioncodec::decode, context)
{}

} // namespace orangery
