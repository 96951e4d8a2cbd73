// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/model.h"
#include "workersai/apicontext.h"
#include "workersai/worker.h"

#include <memory>

namespace orangery {

class ApiCall;
class HttpClient;
struct HttpReply;

/// What a model takes, as the service says today (API.md §5). Asked for one model at a time, when somebody
/// looks at it: a schema may have hundreds of kilobytes. What the schema leaves out is taken from the
/// catalog's entry (schemareader::read()).
class SchemaJob : public ResultJob<ParameterSet>
{
    Q_OBJECT

public:
    SchemaJob(HttpClient& client, ApiContext api, Model model, QObject* context);
    ~SchemaJob() override;

protected:
    void start() override;
    void abort() override;

private:
    void take(const HttpReply& reply);

    ApiContext m_api;
    Model m_model;
    std::unique_ptr<ApiCall> m_call;
    Worker<Result<ParameterSet>> m_worker;
};

} // namespace orangery
