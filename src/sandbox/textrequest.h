// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/answertext.h"
#include "sandbox/model.h"
#include "sandbox/reply.h"
#include "sandbox/tools.h"

#include <QStringList>
#include <variant>

namespace orangery::sandbox {

/// A text generation request that passed the service's checks.
struct TextRequest
{
    enum class Form { Messages, Prompt, Responses };
    enum class Json { No, Any, Schema };

    Form form = Form::Messages;
    bool openAi = false; ///< came to /ai/v1
    bool stream = false;
    qint64 maxTokens = 256;
    qint64 promptTokens = 0;
    qint64 cachedTokens = 0; ///< the part of promptTokens that a prompt cache held
    QStringList turns;       ///< what a prompt cache compares, tools first
    bool reasons = false;
    Question question;
    QStringList stop;
    Json json = Json::No;
    QJsonObject schema;
    ToolOffer tools;
};

/// Checks a body as the service does. `body` is what was sent; `openAi` tells the endpoint.
std::variant<TextRequest, Failure> parseTextRequest(const QJsonObject& body, const Model& model, bool openAi);

} // namespace orangery::sandbox
