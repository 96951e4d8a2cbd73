// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/translationjob.h"

#include "workersai/textrequest.h"
#include "workersai/translationcodec.h"

namespace orangery {

TranslationJob::TranslationJob(HttpClient& client, const ApiContext& api, const Model& model,
                               const TranslationRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request] {
              return textRequest(api, model, translationcodec::encode(request, model), request.model);
          },
          bytesOf(request.texts),
          [texts = request.texts.size()](const HttpReply& reply) {
              return translationcodec::decode(reply.body, texts);
          },
          context)
{}

} // namespace orangery
