// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chattasks.h"

#include "features/chat/chatcontroller.h"
#include "features/chat/conversationlist.h"
#include "gui/chat/messages/messageview.h"
#include "gui/chat/messages/savecode.h"
#include "gui/common/toaststack.h"

namespace orangery {

ChatTasks::ChatTasks(Desk desk, ToastStack& toasts, MessageView& messages, QWidget& page)
    : QObject(&page),
      m_desk(desk),
      m_toasts(toasts),
      m_messages(messages),
      m_page(page)
{}

void ChatTasks::remove(qint64 conversationId, qint64 next)
{
    const int row = m_desk.conversations.rowOf(conversationId);
    if (row < 0)
        return;
    const QString title = m_desk.conversations.at(row).title;
    m_desk.chat.abandon(conversationId);
    m_desk.conversations.remove(conversationId);
    if (conversationId == m_desk.chat.conversationId())
        m_desk.chat.open(next);
    Toast* toast = m_toasts.show({.accent = Accent::Neutral,
                                  .icon = QStringLiteral("trash"),
                                  .title = tr("Chat deleted"),
                                  .text = title,
                                  .action = tr("Undo")});
    connect(toast, &Toast::actionTriggered, this, [this, conversationId] {
        m_desk.conversations.restore(conversationId);
        m_desk.chat.open(conversationId);
    });
}

void ChatTasks::copyLastReply()
{
    if (m_messages.copyLastReply())
        m_toasts.show({.accent = Accent::Leaf, .icon = QStringLiteral("check"), .title = tr("Reply copied")});
}

void ChatTasks::copyLastCode()
{
    if (m_messages.copyLastCode())
        m_toasts.show({.accent = Accent::Leaf, .icon = QStringLiteral("check"), .title = tr("Code copied")});
}

void ChatTasks::saveCode(const QString& code, const QString& language)
{
    askAndSaveCode(&m_page, code, language, [this](const QString& problem) {
        if (problem.isEmpty())
            m_toasts.show(
                {.accent = Accent::Leaf, .icon = QStringLiteral("check"), .title = tr("Code saved")});
        else
            m_toasts.show({.accent = Accent::Danger,
                           .icon = QStringLiteral("error"),
                           .title = tr("The code was not saved"),
                           .text = problem});
    });
}

} // namespace orangery
