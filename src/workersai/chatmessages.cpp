// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatmessages.h"

#include "workersai/chattools.h"
#include "workersai/mediatype.h"

#include <QJsonObject>

#include <algorithm>

namespace orangery::chatmessages {

namespace {

using namespace Qt::StringLiterals;

QString roleName(ChatRole role)
{
    switch (role) {
    case ChatRole::System:
        return u"system"_s;
    case ChatRole::User:
        return u"user"_s;
    case ChatRole::Assistant:
        return u"assistant"_s;
    case ChatRole::Tool:
        return u"tool"_s;
    }
    return {};
}

QString dataUri(const ChatImage& image)
{
    QString type = image.mimeType.trimmed();
    if (type.isEmpty())
        type = mediatype::ofPicture(image.data);
    if (type.isEmpty())
        type = u"image/png"_s;
    return u"data:"_s + type + u";base64,"_s + QString::fromLatin1(image.data.toBase64());
}

QJsonValue content(const ChatMessage& message)
{
    if (message.images.isEmpty())
        return message.text;
    QJsonArray parts;
    if (!message.text.isEmpty())
        parts.append(QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, message.text}});
    for (const ChatImage& image : message.images) {
        parts.append(QJsonObject{{u"type"_s, u"image_url"_s},
                                 {u"image_url"_s, QJsonObject{{u"url"_s, dataUri(image)}}}});
    }
    return parts;
}

/// Calls that wait for their result, in the order of the conversation.
class OpenCalls
{
public:
    /// The calls of an assistant turn, each with an id.
    QJsonArray replay(const QList<ToolCall>& calls, qsizetype turn)
    {
        m_calls.clear();
        QJsonArray replayed;
        for (const ToolCall& call : calls) {
            const QString id = call.id.isEmpty() ? u"call_%1_%2"_s.arg(turn).arg(m_calls.size()) : call.id;
            m_calls.append({id, call.name, {}});
            replayed.append(QJsonObject{
                {u"id"_s, id},
                {u"type"_s, u"function"_s},
                {u"function"_s, QJsonObject{{u"name"_s, call.name},
                                            {u"arguments"_s, chattools::validArguments(call.arguments)}}}});
        }
        return replayed;
    }

    /// Adds to a tool turn which call it answers.
    void answer(const QString& id, QJsonObject& turn)
    {
        const auto call = std::ranges::find_if(
            m_calls, [&](const ToolCall& open) { return id.isEmpty() || open.id == id; });
        if (call == m_calls.end()) {
            if (!id.isEmpty())
                turn.insert(u"tool_call_id"_s, id);
            return;
        }
        turn.insert(u"tool_call_id"_s, call->id);
        turn.insert(u"name"_s, call->name); // what the flat spelling goes by
        m_calls.erase(call);
    }

private:
    QList<ToolCall> m_calls;
};

} // namespace

QJsonArray encode(const QList<ChatMessage>& messages, const ModelQuirks& quirks)
{
    QJsonArray encoded;
    OpenCalls calls;
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const ChatMessage& message = messages.at(i);
        const bool isEmpty = message.role == ChatRole::System && message.text.isEmpty();
        const bool isTurn = message.role == ChatRole::User || message.role == ChatRole::Assistant;
        if (isEmpty || (quirks.hasTwoRoles && !isTurn))
            continue;
        QJsonObject turn{{u"role"_s, roleName(message.role)}, {u"content"_s, content(message)}};
        if (message.role == ChatRole::Assistant) {
            if (!message.toolCalls.isEmpty())
                turn.insert(u"tool_calls"_s, calls.replay(message.toolCalls, i));
            if (quirks.takesReasoningBack && !message.reasoning.isEmpty())
                turn.insert(u"reasoning"_s, message.reasoning);
        } else if (message.role == ChatRole::Tool) {
            calls.answer(message.toolCallId, turn);
        }
        encoded.append(turn);
    }
    return encoded;
}

} // namespace orangery::chatmessages
