// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/licenceconsent.h"

#include "service/chatcall.h"
#include "service/workbench.h"

namespace orangery {

LicenceConsent::LicenceConsent(Workbench& workbench, QObject* parent)
    : QObject(parent),
      m_workbench(workbench)
{}

// The service takes one certain prompt for the consent. Once: each is paid for.
void LicenceConsent::accept(const QString& model, qint64 conversationId)
{
    if (m_running.contains(model))
        return;
    m_running.insert(model);
    const ChatRequest consent{.model = model, .prompt = QStringLiteral("agree"), .stream = false};
    ChatCall* call = m_workbench.chat(consent, {.origin = QStringLiteral("chat"), .usesCache = false}, this);
    connect(call, &Job::finished, this, [this, call, model, conversationId] {
        m_running.remove(model);
        if (call->result())
            emit accepted(model, conversationId);
        else
            emit failed(call->result().error());
    });
}

} // namespace orangery
