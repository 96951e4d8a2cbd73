// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/tasks/finetune.h"
#include "workersai/apicall.h"
#include "workersai/apicontext.h"

#include <QList>

namespace orangery {

/// The LoRA adapters of the account, or those that are there for all, page by page (API.md §3.8).
class FinetunesJob : public ResultJob<QList<Finetune>>
{
    Q_OBJECT

public:
    enum class Whose { Own, Public };

    FinetunesJob(HttpClient& client, ApiContext api, Whose whose, QObject* context);
    ~FinetunesJob() override;

protected:
    void start() override;
    void abort() override;

private:
    void ask();
    void take(const Result<HttpReply>& reply);

    ApiContext m_api;
    Whose m_whose;
    ApiCall m_call;
    QList<Finetune> m_finetunes;
    int m_pages = 0;
    int m_offset = 0;
};

} // namespace orangery
