// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/finetunesjob.h"

#include "workersai/apipage.h"
#include "workersai/endpoints.h"
#include "workersai/finetunecodec.h"

#include <algorithm>

namespace orangery {

namespace {

constexpr int perPage = 50;

}

FinetunesJob::FinetunesJob(HttpClient& client, ApiContext api, Whose whose, QObject* context)
    : ResultJob(context),
      m_api(std::move(api)),
      m_whose(whose),
      m_call(client, *this)
{}

FinetunesJob::~FinetunesJob() = default;

void FinetunesJob::start()
{
    ask();
}

void FinetunesJob::abort()
{
    m_call.abort();
}

void FinetunesJob::ask()
{
    const HttpRequest request = m_whose == Whose::Own ? endpoints::finetunes(m_api)
                                                      : endpoints::publicFinetunes(m_api, perPage, m_offset);
    m_call.send(request, [this](const Result<HttpReply>& reply) { take(reply); });
}

void FinetunesJob::take(const Result<HttpReply>& reply)
{
    if (!reply) {
        finishWith(reply.error());
        return;
    }
    const Result<finetunecodec::Page> page = finetunecodec::decode(*reply, m_api.token);
    if (!page) {
        finishWith(page.error());
        return;
    }
    bool hasNew = false; // a service that ignores the offset sends the same for ever
    for (const Finetune& finetune : page->finetunes) {
        const auto isSame = [&](const Finetune& known) {
            return known.id == finetune.id && known.name == finetune.name;
        };
        if (std::ranges::none_of(m_finetunes, isSame)) {
            m_finetunes.append(finetune);
            hasNew = true;
        }
    }
    m_offset += static_cast<int>(page->entries);
    const bool mayHaveMore = m_whose == Whose::Public && hasNew;
    if (mayHaveMore && ++m_pages < maxPages)
        ask();
    else
        finishWith(m_finetunes);
}

} // namespace orangery
