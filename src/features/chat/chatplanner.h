// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "core/neurons.h"
#include "core/result.h"
#include "core/tasks/chat.h"

#include <optional>

namespace orangery {

class Preferences;
class Workbench;

/// Which model answers, what is sent to it, and what that will cost.
class ChatPlanner
{
public:
    struct Plan
    {
        ChatRequest request;
        int promptTokens = 0;
        int leftOut = 0; ///< oldest messages that did not fit into the context
    };

    ChatPlanner(const Workbench& workbench, Preferences& preferences);

    /// The chosen model, else the preferred one, else a cheap one that every plan may use. Empty while the
    /// catalog has none.
    QString model() const;
    void choose(const QString& id);
    /// Chooses for this conversation only; empty: the preferred one.
    void adopt(const QString& id) { m_model = id; }

    /// NoSuchModel without a model; InvalidInput when the last message alone is too long.
    Result<Plan> plan(const QList<ChatMessage>& messages, qint64 conversationId) const;
    /// Nothing while the price is not known.
    std::optional<Neurons> estimate(const QList<ChatMessage>& messages) const;
    /// What the last message of `path`, an answer, costs with the text that it has so far. Counted, not
    /// reported.
    std::optional<Neurons> costSoFar(const QList<StoredMessage>& path) const;
    /// Tokens that these messages take of contextWindow().
    int contextTokens(const QList<ChatMessage>& messages) const;
    int contextWindow() const; ///< 0: not published

private:
    const Workbench& m_workbench;
    Preferences& m_preferences;
    QString m_model;
};

} // namespace orangery
