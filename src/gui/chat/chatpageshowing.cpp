// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ChatPage that shows what the controller tells.
#include "features/chat/chatcontroller.h"
#include "features/chat/conversationlist.h"
#include "gui/chat/chatbanners.h"
#include "gui/chat/chatbar.h"
#include "gui/chat/chatpage.h"
#include "gui/chat/chatsidebar.h"
#include "gui/chat/chattasks.h"
#include "gui/chat/composer.h"
#include "gui/chat/messageitems.h"
#include "gui/chat/messages/messageview.h"
#include "gui/common/costbadge.h"
#include "gui/common/emptystate.h"
#include "service/workbench.h"

#include <QDesktopServices>
#include <QMenu>
#include <QStackedLayout>
#include <algorithm>

namespace orangery {

void ChatPage::connectController()
{
    ChatController& chat = m_desk.chat;
    connect(&chat, &ChatController::leaving, m_composer, &Composer::leave);
    connect(&chat, &ChatController::opened, this, &ChatPage::showConversation);
    connect(&chat, &ChatController::draftFound, m_composer,
            [this](const QString& stored) { m_composer->offerDraft(Draft::fromStored(stored)); });
    connect(&chat, &ChatController::accepted, this, [this](qint64 conversationId, const QString& sent) {
        if (conversationId != m_desk.chat.conversationId())
            return;
        m_composer->removeSent(sent);
        m_banners->clearErrors();
    });
    connect(&chat, &ChatController::pathChanged, this, [this](int first) {
        m_messages->truncate(first);
        for (const MessageItem& item : itemsFrom(first))
            m_messages->appendMessage(item);
        m_stack->setCurrentWidget(m_messages);
        m_sidebar->setCurrent(m_desk.chat.conversationId());
        m_bar->setNeurons(m_desk.chat.tree().neurons());
    });
    connect(&chat, &ChatController::editingChanged, this, [this] {
        m_composer->setEditing(m_desk.chat.editedId() != 0);
        if (m_desk.chat.editedId() != 0)
            m_composer->focusField();
    });
    connect(&chat, &ChatController::messageChanged, this, [this](int index) {
        const MessageItem item = messageItem(m_desk.chat.messages().at(index), m_desk.chat.tree());
        if (item.state == MessageState::Streaming)
            m_messages->updateMessage(item);
        else
            m_messages->finishMessage(item);
        m_bar->setNeurons(m_desk.chat.tree().neurons());
    });
    connect(&chat, &ChatController::deltaReceived, this, [this](qint64 id, const ChatDelta& delta) {
        if (!delta.reasoning.isEmpty())
            m_messages->appendReasoning(id, delta.reasoning);
        if (!delta.text.isEmpty())
            m_messages->appendText(id, delta.text);
        m_banners->clearRetry();
    });
    connect(&m_runningCost, &QTimer::timeout, this, [this] {
        const auto [soFar, estimate] = m_desk.chat.runningCost();
        if (soFar && estimate)
            m_composer->costBadge().showRunning(*soFar, *estimate);
    });
    connect(&chat, &ChatController::streamingChanged, this, [this] {
        m_composer->setStreaming(m_desk.chat.isStreaming());
        m_runningCost.start(std::chrono::milliseconds(200));
        if (m_desk.chat.isStreaming())
            return;
        m_runningCost.stop();
        m_banners->clearRetry();
        showCost(m_composer->text());
    });
    connect(&chat, &ChatController::modelChanged, this, [this] {
        m_bar->setModel(m_desk.chat.model());
        showCost(m_composer->text());
    });
    connect(&chat, &ChatController::listChanged, &m_desk.conversations, &ConversationList::refresh);
    connect(&chat, &ChatController::failed, m_banners, &ChatBanners::show);
    connect(&chat, &ChatController::savingFailed, m_banners, &ChatBanners::show);
    connect(&chat, &ChatController::retrying, m_banners, &ChatBanners::showRetrying);
    connect(&chat, &ChatController::leftOutOfContext, m_banners, &ChatBanners::showLeftOut);
    connect(&m_desk.conversations, &ConversationList::failed, m_banners, &ChatBanners::show);
    connect(&m_desk.conversations, &ConversationList::refreshed, this, &ChatPage::showTitle);
    connect(&m_desk.conversations, &QAbstractItemModel::dataChanged, this, &ChatPage::showTitle);
    connect(&m_desk.workbench, &Workbench::quotaChanged, this, [this] { showCost(m_composer->text()); });
}

void ChatPage::connectMessages()
{
    ChatController& chat = m_desk.chat;
    connect(m_messages, &MessageView::retryRequested, &chat, &ChatController::retry);
    connect(m_messages, &MessageView::continueRequested, &chat, &ChatController::continueAnswer);
    const MessageInteraction& interaction = m_messages->interaction();
    connect(&interaction, &MessageInteraction::branchRequested, this, &ChatPage::showBranchOf);
    connect(&interaction, &MessageInteraction::editRequested, &chat, &ChatController::edit);
    connect(&interaction, &MessageInteraction::forkRequested, this, &ChatPage::fork);
    connect(m_composer, &Composer::editLastRequested, this, &ChatPage::editLast);
    connect(m_composer, &Composer::leaveEditingRequested, &chat, [&chat] { chat.edit(0); });
    connect(m_messages, &MessageView::linkActivated, this,
            [](const QUrl& address) { QDesktopServices::openUrl(address); });
    connect(m_messages, &MessageView::saveCodeRequested, m_tasks, &ChatTasks::saveCode);
}

void ChatPage::showConversation()
{
    const QList<StoredMessage>& messages = m_desk.chat.messages();
    m_messages->setMessages(itemsFrom(0));
    m_stack->setCurrentWidget(messages.isEmpty() ? static_cast<QWidget*>(m_empty) : m_messages);
    m_bar->setNeurons(m_desk.chat.tree().neurons());
    m_sidebar->setCurrent(m_desk.chat.conversationId());
    m_banners->clearErrors();
    showTitle();
}

QList<MessageItem> ChatPage::itemsFrom(int first) const
{
    QList<MessageItem> items;
    for (const StoredMessage& message : m_desk.chat.messages().mid(first))
        items.append(messageItem(message, m_desk.chat.tree()));
    return items;
}

void ChatPage::showBranchOf(qint64 messageId, int step)
{
    ChatController& chat = m_desk.chat;
    const int index = chat.tree().indexOf(messageId);
    if (index < 0)
        return;
    const QList<qint64> branches = chat.tree().branches(chat.messages().at(index));
    const qsizetype to = branches.indexOf(messageId) + step;
    if (to < 0 || to >= branches.size())
        return;
    chat.show(branches.at(to));
    m_messages->scrollToMessage(index);
    if (m_messages->hasFocus())
        m_messages->interaction().setFocused(index);
}

void ChatPage::showBranch(int step)
{
    const QList<StoredMessage>& messages = m_desk.chat.messages();
    const auto hasBranches = [this](const StoredMessage& message) {
        return m_desk.chat.tree().branches(message).size() > 1;
    };
    const int focused = m_messages->hasFocus() ? m_messages->interaction().state().focused : -1;
    if (focused >= 0 && focused < messages.size() && hasBranches(messages.at(focused)))
        return showBranchOf(messages.at(focused).id, step);
    const auto last = std::find_if(messages.crbegin(), messages.crend(), hasBranches);
    if (last != messages.crend())
        showBranchOf(last->id, step);
}

void ChatPage::editLast()
{
    const QList<StoredMessage>& messages = m_desk.chat.messages();
    const auto isQuestion = [](const StoredMessage& message) { return message.role == ChatRole::User; };
    const auto last = std::find_if(messages.crbegin(), messages.crend(), isQuestion);
    if (last != messages.crend())
        m_desk.chat.edit(last->id);
}

void ChatPage::fork(qint64 messageId)
{
    const int row = m_desk.conversations.rowOf(m_desk.chat.conversationId());
    const QString title = row < 0 ? QString() : m_desk.conversations.at(row).title;
    m_desk.chat.fork(messageId, tr("%1 (branch)", "title of a chat that begins as another does").arg(title));
}

void ChatPage::showTitle()
{
    const int row = m_desk.conversations.rowOf(m_desk.chat.conversationId());
    m_bar->setTitle(row < 0 ? QString() : m_desk.conversations.at(row).title);
    m_bar->menu().setEnabled(row >= 0);
}

void ChatPage::showCost(const QString& draft)
{
    const ChatController& chat = m_desk.chat;
    const Quota& quota = m_desk.workbench.quota();
    const std::optional<Neurons> estimate = chat.estimate(draft);
    const bool isFree = estimate && estimate->isZero();
    if (!chat.isStreaming())
        m_composer->showCost(estimate, quota.left(), isFree);
    m_composer->showContext(chat.contextTokens(draft), chat.contextWindow());
    const bool isUsedUp = quota.isKnown && quota.isHardLimit && quota.left().isZero() && !isFree;
    m_composer->setObstacle(isUsedUp ? tr("Today's neurons are used up") : QString());
    m_banners->showQuota(isUsedUp || (quota.isExhaustedByService && !isFree));
}

void ChatPage::tryAgain()
{
    const QList<StoredMessage>& messages = m_desk.chat.messages();
    m_banners->clearErrors();
    if (!messages.isEmpty() && messages.last().state == StoredMessage::State::Failed)
        return m_desk.chat.retry(messages.last().id);
    if (messages.isEmpty() && m_desk.chat.conversationId() != 0)
        return m_desk.chat.open(m_desk.chat.conversationId()); // it could not be read
    m_desk.chat.send(m_composer->text());
}

} // namespace orangery
