// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/speechjob.h"

#include "workersai/mediarequest.h"
#include "workersai/speechcodec.h"

namespace orangery {

SpeechJob::SpeechJob(HttpClient& client, const ApiContext& api, const Model& model,
                     const SpeechRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request]() -> Result<HttpRequest> {
              const Result<WireBody> body = speechcodec::encode(request, model);
              if (!body)
                  return body.error();
              return mediaRequest(api, model, *body, "audio/*, application/json");
          },
          request.text.size(), speechcodec::decode, context)
{}

} // namespace orangery
