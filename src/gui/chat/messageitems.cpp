// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messageitems.h"

#include "core/errortable.h"
#include "core/tokencounter.h"
#include "features/chat/conversationtree.h"

#include <QCoreApplication>

namespace orangery {

namespace {

class MessageNotice
{
    Q_DECLARE_TR_FUNCTIONS(MessageNotice)

public:
    static QString of(const StoredMessage& message)
    {
        switch (message.state) {
        case StoredMessage::State::Failed:
            return failure(message);
        case StoredMessage::State::Interrupted:
            return tr("The reply broke off. What had arrived is kept.");
        case StoredMessage::State::Stopped:
            return tr("Stopped. What had arrived is kept.");
        case StoredMessage::State::Done:
            return message.finishReason == FinishReason::Length ? cut(message) : QString();
        case StoredMessage::State::Streaming:
            break;
        }
        return {};
    }

private:
    static QString cut(const StoredMessage& message)
    {
        if (message.errorKind == QLatin1String(factsOf(ErrorKind::BudgetReached).name))
            return tr("The reply was kept short, because the neurons allowed for today pay for no more.");
        return tr("The reply reached its maximum length.");
    }
    static QString failure(const StoredMessage& message)
    {
        for (const ErrorFacts& facts : allErrorFacts()) {
            if (message.errorKind == QLatin1String(facts.name))
                return sentenceOf(facts.kind);
        }
        return tr("No reply came.");
    }
};

MessageState stateOf(const StoredMessage& message)
{
    switch (message.state) {
    case StoredMessage::State::Streaming:
        return MessageState::Streaming;
    case StoredMessage::State::Failed:
        return message.text.isEmpty() ? MessageState::Failed : MessageState::Cut;
    case StoredMessage::State::Stopped:
        return message.text.isEmpty() ? MessageState::Failed : MessageState::Cut;
    case StoredMessage::State::Interrupted:
        return message.text.isEmpty() ? MessageState::Failed : MessageState::Cut;
    case StoredMessage::State::Done:
        break;
    }
    return message.finishReason == FinishReason::Length ? MessageState::Cut : MessageState::Done;
}

} // namespace

MessageItem messageItem(const StoredMessage& message, const ConversationTree& tree)
{
    MessageItem item;
    item.id = message.id;
    item.role = message.role == ChatRole::User ? MessageRole::User : MessageRole::Assistant;
    item.state = stateOf(message);
    item.text = message.text;
    item.reasoning = message.reasoning;
    item.model = message.model.section(QLatin1Char('/'), -1);
    item.notice = MessageNotice::of(message);
    item.estimate = message.estimate;
    item.booked = message.neurons;
    if (message.text.isEmpty() && message.neurons == Neurons())
        item.estimate = item.booked = std::nullopt; // nothing came and nothing was paid
    const QList<qint64>& branches = tree.branches(message);
    if (const qsizetype branch = branches.indexOf(message.id); branch >= 0) {
        item.branch = static_cast<int>(branch) + 1;
        item.branches = static_cast<int>(branches.size());
    }
    item.canRetry = message.role == ChatRole::Assistant;
    if (!message.reasoning.isEmpty())
        item.reasoningTokens = countTokens(message.reasoning);
    if (message.usage && message.usage->promptTokens > 0) {
        item.promptTokens = message.usage->promptTokens;
        item.completionTokens = message.usage->completionTokens;
        const qint64 writingMs = message.latencyMs - message.firstTokenMs;
        if (writingMs > 0 && message.usage->completionTokens > 0)
            item.tokensPerSecond = message.usage->completionTokens * 1000.0 / static_cast<double>(writingMs);
    }
    return item;
}

} // namespace orangery
