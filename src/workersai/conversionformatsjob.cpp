// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/conversionformatsjob.h"

#include "workersai/conversioncodec.h"
#include "workersai/endpoints.h"

#include <utility>

namespace orangery {

ConversionFormatsJob::ConversionFormatsJob(HttpClient& client, ApiContext api, QObject* context)
    : ResultJob(context),
      m_api(std::move(api)),
      m_call(client, *this)
{}

void ConversionFormatsJob::start()
{
    m_call.send(endpoints::markdownFormats(m_api), [this](const Result<HttpReply>& reply) {
        if (reply)
            finishWith(conversioncodec::decodeFormats(*reply));
        else
            finishWith(reply.error());
    });
}

void ConversionFormatsJob::abort()
{
    m_call.abort();
}

} // namespace orangery
