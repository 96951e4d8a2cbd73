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
    connect(&chat, &ChatController::messagesAppended, this, [this](int first) {
        for (const MessageItem& item : messageItems(m_desk.chat.messages().mid(first)))
            m_messages->appendMessage(item);
        m_stack->setCurrentWidget(m_messages);
        m_sidebar->setCurrent(m_desk.chat.conversationId());
    });
    connect(&chat, &ChatController::messagesRemoved, m_messages, &MessageView::truncate);
    connect(&chat, &ChatController::messageChanged, this, [this](int index) {
        const StoredMessage& message = m_desk.chat.messages().at(index);
        if (message.state == StoredMessage::State::Streaming)
            m_messages->updateMessage(messageItem(message));
        else
            m_messages->finishMessage(messageItem(message));
        m_bar->setNeurons(m_desk.chat.neurons());
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
    connect(m_messages, &MessageView::linkActivated, this,
            [](const QUrl& address) { QDesktopServices::openUrl(address); });
    connect(m_messages, &MessageView::saveCodeRequested, m_tasks, &ChatTasks::saveCode);
}

void ChatPage::showConversation()
{
    const QList<StoredMessage>& messages = m_desk.chat.messages();
    m_messages->setMessages(messageItems(messages));
    m_stack->setCurrentWidget(messages.isEmpty() ? static_cast<QWidget*>(m_empty) : m_messages);
    m_bar->setNeurons(m_desk.chat.neurons());
    m_sidebar->setCurrent(m_desk.chat.conversationId());
    m_banners->clearErrors();
    showTitle();
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
