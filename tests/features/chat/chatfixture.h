// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "features/chat/chatcontroller.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <gtest/gtest.h>

namespace orangery::test {

inline SandboxOptions paced(double tokensPerSecond)
{
    SandboxOptions options = Workshop::fast();
    options.tokensPerSecond = tokensPerSecond;
    return options;
}

/// A controller on the sandbox, with what it said.
struct Chat
{
    explicit Chat(Workshop& workshop)
        : shop(workshop),
          controller(*shop.workbench, *shop.conversations, *shop.preferences)
    {
        QObject::connect(&controller, &ChatController::failed, &controller,
                         [this](const Error& error) { errors.append(error); });
        QObject::connect(&controller, &ChatController::savingFailed, &controller,
                         [this](const Error& error) { errors.append(error); });
        QObject::connect(&controller, &ChatController::accepted, &controller, [this] { ++accepted; });
        QObject::connect(&controller, &ChatController::draftFound, &controller,
                         [this](const QString& text) { draft = text; });
    }
    bool waitUntilAnswered(int messages)
    {
        return waitFor([this, messages] {
            return controller.messages().size() == messages && !controller.isStreaming() &&
                   controller.messages().last().state != StoredMessage::State::Streaming;
        });
    }
    /// What lies on disk for the open conversation.
    QList<StoredMessage> stored()
    {
        std::optional<QList<StoredMessage>> tree;
        // the writer answers in order: after this, all that was written before can be read
        shop.conversations->saveDraft(
            controller.conversationId(), draft, &controller, [&](const Result<void>&) {
                shop.conversations->open(
                    controller.conversationId(), &controller,
                    [&](const Result<StoredConversation>& read) { tree = read->messages; });
            });
        EXPECT_TRUE(waitFor([&] { return tree.has_value(); }));
        return tree.value_or(QList<StoredMessage>());
    }

    Workshop& shop;
    ChatController controller;
    QList<Error> errors;
    QString draft;
    int accepted = 0;
};

} // namespace orangery::test
