// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/answertext.h"
#include "sandbox/model.h"
#include "sandbox/reply.h"

#include <variant>

namespace orangery::sandbox {

/// The turns of a request that passed messagesFailure(), read for the answer.
struct Conversation
{
    Question question;
    qint64 tokens = 0;
    QStringList turns;       ///< a letter for the role and the text of each, what a prompt cache compares
    QStringList toolResults; ///< what came back since the last turn of the assistant
};

/// Fails where a picture does: on a model without eyes, not a data URI, or not a picture.
std::variant<Conversation, Failure> readConversation(const QJsonArray& messages, const Model& model);

} // namespace orangery::sandbox
