// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/summaryjob.h"

#include "workersai/summarycodec.h"
#include "workersai/textrequest.h"

namespace orangery {

SummaryJob::SummaryJob(HttpClient& client, const ApiContext& api, const Model& model,
                       const SummaryRequest& request, QObject* context)
    : ModelJob(
          client,
          [api, model, request] {
              return textRequest(api, model, summarycodec::encode(request, model), request.model);
          },
          bytesOf({request.text}), [](const HttpReply& reply) { return summarycodec::decode(reply.body); },
          context)
{}

} // namespace orangery
