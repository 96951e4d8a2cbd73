// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/workbenchquestion.h"

#include "core/pricebook.h"
#include "service/workbench.h"

namespace orangery {

QString smallModel(const Catalog& catalog, const TokenUsage& usage)
{
    QString chosen;
    std::optional<Neurons> lowest;
    const QList<Model> models = catalog.chatModels();
    for (const Model& model : models) {
        const std::optional<Neurons> price = pricebook::chat(model, usage);
        const bool needsMore = model.paidPlanOnly || model.terms || model.lora || model.beta || model.endsOn;
        if (!price || needsMore || (lowest && *lowest <= *price))
            continue;
        lowest = price;
        chosen = model.id;
    }
    return chosen;
}

WorkbenchQuestion::WorkbenchQuestion(Workbench& workbench, QObject* parent)
    : FirstQuestion(parent),
      m_workbench(workbench)
{
    connect(&workbench, &Workbench::catalogChanged, this, &FirstQuestion::changed);
    connect(&workbench, &Workbench::quotaChanged, this, &FirstQuestion::changed);
}

ChatRequest WorkbenchQuestion::request(const QString& text) const
{
    ChatRequest request;
    request.model = smallModel(m_workbench.catalog(), m_workbench.usualChat());
    request.messages = {{ChatRole::User, text}};
    request.maxTokens = 512;
    return request;
}

QString WorkbenchQuestion::modelName() const
{
    return smallModel(m_workbench.catalog(), m_workbench.usualChat()).section(QLatin1Char('/'), -1);
}

std::optional<Neurons> WorkbenchQuestion::estimate(const QString& text) const
{
    return m_workbench.estimate(request(text));
}

void WorkbenchQuestion::ask(const QString& text)
{
    stop();
    m_call = m_workbench.chat(request(text), {.origin = QStringLiteral("onboarding")}, this);
    connect(m_call, &ChatCall::deltaReceived, this,
            [this](const ChatDelta& delta) { emit textArrived(delta.text); });
    connect(m_call, &ChatCall::retrying, this, &FirstQuestion::retrying);
    connect(m_call, &Job::finished, this, [this, call = m_call.data()] {
        m_call = nullptr;
        emit finished(call->result());
    });
}

void WorkbenchQuestion::stop()
{
    if (m_call)
        m_call->cancel();
}

} // namespace orangery
