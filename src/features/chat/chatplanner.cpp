// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatplanner.h"

#include "core/pricebook.h"
#include "core/tokencounter.h"
#include "features/chat/chatpath.h"
#include "features/chat/contextwindow.h"
#include "service/preferences.h"
#include "service/workbench.h"

#include <algorithm>

namespace orangery {

namespace {

const QString firstModel = QStringLiteral("@cf/zai-org/glm-4.7-flash");

} // namespace

ChatPlanner::ChatPlanner(const Workbench& workbench, Preferences& preferences)
    : m_workbench(workbench),
      m_preferences(preferences)
{}

QString ChatPlanner::model() const
{
    if (!m_model.isEmpty())
        return m_model;
    if (const QString preferred = m_preferences.chatModel(); !preferred.isEmpty())
        return preferred;
    const Catalog& catalog = m_workbench.catalog();
    if (const Model* model = catalog.find(firstModel); model && model->isChatModel())
        return model->id;
    const QList<Model> models = catalog.chatModels();
    const auto open = std::ranges::find_if(models, [](const Model& model) { return !model.paidPlanOnly; });
    return open == models.end() ? QString() : open->id;
}

void ChatPlanner::choose(const QString& id)
{
    m_model = id;
    m_preferences.setChatModel(id);
}

Result<ChatPlanner::Plan> ChatPlanner::plan(const QList<ChatMessage>& messages, qint64 conversationId) const
{
    Plan plan;
    plan.request.model = model();
    if (plan.request.model.isEmpty())
        return Error::of(ErrorKind::NoSuchModel);
    const auto fit = fitted(messages, m_workbench.catalog().find(plan.request.model));
    if (!fit)
        return fit.error();
    plan.request.messages = fit->messages;
    plan.request.maxTokens = fit->maxTokens;
    if (conversationId != 0)
        plan.request.sessionAffinity = QString::number(conversationId);
    plan.promptTokens = fit->promptTokens;
    plan.leftOut = fit->leftOut;
    return plan;
}

std::optional<Neurons> ChatPlanner::estimate(const QList<ChatMessage>& messages) const
{
    if (const auto planned = plan(messages, 0))
        return m_workbench.estimate(planned->request);
    // too long to be sent: its price says why
    return m_workbench.estimate({.model = model(), .messages = messages});
}

std::optional<Neurons> ChatPlanner::costSoFar(const QList<StoredMessage>& path) const
{
    const Model* known = path.isEmpty() ? nullptr : m_workbench.catalog().find(path.last().model);
    if (!known)
        return std::nullopt;
    const StoredMessage& answer = path.last();
    const int written = countTokens(answer.text) + countTokens(answer.reasoning);
    return pricebook::chat(*known, {.promptTokens = contextTokens(sendable(path.mid(0, path.size() - 1))),
                                    .completionTokens = written});
}

int ChatPlanner::contextTokens(const QList<ChatMessage>& messages) const
{
    if (const auto planned = plan(messages, 0))
        return planned->promptTokens;
    return messages.isEmpty() ? 0 : countTokens(messages.last().text);
}

int ChatPlanner::contextWindow() const
{
    const Model* known = m_workbench.catalog().find(model());
    return known ? known->contextWindow : 0;
}

} // namespace orangery
