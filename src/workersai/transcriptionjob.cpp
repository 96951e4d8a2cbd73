// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/transcriptionjob.h"

#include "workersai/mediarequest.h"
#include "workersai/transcriptioncodec.h"

namespace orangery {

TranscriptionJob::TranscriptionJob(HttpClient& client, const ApiContext& api, const Model& model,
                                   const TranscriptionRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request]() -> Result<HttpRequest> {
              const Result<WireBody> body = transcriptioncodec::encode(request, model);
              if (!body)
                  return body.error();
              return mediaRequest(api, model, *body);
          },
          request.audio.size(),
          [request](const HttpReply& reply) { return transcriptioncodec::decode(reply, request); }, context)
{}

} // namespace orangery
