// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/textclassificationjob.h"

#include "workersai/textclassificationcodec.h"
#include "workersai/textrequest.h"

namespace orangery {

TextClassificationJob::TextClassificationJob(HttpClient& client, const ApiContext& api, const Model& model,
                                             const TextClassificationRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request] {
              return textRequest(api, model, textclassificationcodec::encode(request, model), request.model);
          },
          bytesOf({request.text}),
          [](const HttpReply& reply) { return textclassificationcodec::decode(reply.body); }, context)
{}

} // namespace orangery
