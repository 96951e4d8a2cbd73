// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"

#include <QString>
#include <optional>

namespace orangery {

enum class MessageRole { User, Assistant };

enum class MessageState {
    Streaming, ///< text still arrives
    Done,
    Stopped, ///< by the user; the text so far is kept
    Cut,     ///< by a length limit; the strip offers Continue
    Failed,  ///< the stream broke; the strip offers Try again
};

/// One message as the conversation shows it. Values only; what is not known is left out.
struct MessageItem
{
    qint64 id = 0; ///< unique in the conversation
    MessageRole role = MessageRole::Assistant;
    MessageState state = MessageState::Done;
    QString text;      ///< Markdown of a reply; plain text of the user
    QString reasoning; ///< plain text
    QString model;     ///< short name, for screen readers
    QString notice;    ///< why it was cut or failed, one sentence
    std::optional<qint64> promptTokens;
    std::optional<qint64> completionTokens;
    std::optional<qint64> reasoningTokens;
    std::optional<double> tokensPerSecond;
    std::optional<double> reasoningSeconds;
    std::optional<double> seconds;   ///< from sending to the end
    std::optional<Neurons> estimate; ///< before the call
    std::optional<Neurons> booked;   ///< after it, or so far while it streams
    bool canRetry = true;            ///< offer "Again" under the reply
    int branch = 1;                  ///< which of `branches` it is
    int branches = 1;                ///< how many messages there are in its place
};

} // namespace orangery
