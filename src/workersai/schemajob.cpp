// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/schemajob.h"

#include "workersai/apicall.h"
#include "workersai/apierror.h"
#include "workersai/endpoints.h"
#include "workersai/schemareader.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace orangery {

SchemaJob::SchemaJob(HttpClient& client, ApiContext api, Model model, QObject* context)
    : ResultJob(context),
      m_api(std::move(api)),
      m_model(std::move(model)),
      m_call(std::make_unique<ApiCall>(client, *this))
{}

SchemaJob::~SchemaJob() = default;

void SchemaJob::start()
{
    m_call->send(endpoints::modelSchema(m_api, m_model.id), [this](const Result<HttpReply>& reply) {
        if (reply)
            take(*reply);
        else
            finishWith(reply.error());
    });
}

void SchemaJob::abort()
{
    m_call->abort();
    m_worker.drop();
}

void SchemaJob::take(const HttpReply& reply)
{
    const auto read = [reply, known = m_model.parameters, token = m_api.token]() -> Result<ParameterSet> {
        const QJsonObject schema = QJsonDocument::fromJson(reply.body).object().value(u"result").toObject();
        Result<ParameterSet> parameters = schemareader::read(schema, known);
        return parameters ? std::move(parameters) : invalidAnswer(reply, token);
    };
    m_worker.run(reply.body.size(), read,
                 [this](const Result<ParameterSet>& parameters) { finishWith(parameters); });
}

} // namespace orangery
