// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/embeddingjob.h"

#include "workersai/embeddingcodec.h"
#include "workersai/textrequest.h"

namespace orangery {

EmbeddingJob::EmbeddingJob(HttpClient& client, const ApiContext& api, const Model& model,
                           const EmbeddingRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request] {
              return textRequest(api, model, embeddingcodec::encode(request, model), request.model);
          },
          bytesOf(request.texts),
          [texts = request.texts.size()](const HttpReply& reply) {
              return embeddingcodec::decode(reply.body, texts);
          },
          context)
{}

} // namespace orangery
