// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/rerankjob.h"

#include "workersai/rerankcodec.h"
#include "workersai/textrequest.h"

namespace orangery {

RerankJob::RerankJob(HttpClient& client, const ApiContext& api, const Model& model,
                     const RerankRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request] {
              return textRequest(api, model, rerankcodec::encode(request, model), request.model);
          },
          bytesOf(request.contexts),
          [request](const HttpReply& reply) { return rerankcodec::decode(reply.body, request); }, context)
{}

} // namespace orangery
