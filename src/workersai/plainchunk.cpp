// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/plainchunk.h"

#include "workersai/chatfields.h"
#include "workersai/jsoncursor.h"

#include <QJsonValue>

#include <algorithm>
#include <array>
#include <utility>

namespace orangery {

namespace {

template <std::size_t Size>
bool isOneOf(QByteArrayView name, const std::array<QByteArrayView, Size>& names)
{
    return std::ranges::find(names, name) != names.end();
}

/// Names that may stand once: of two, the last would count.
class Once
{
public:
    bool operator()(unsigned bit)
    {
        const bool isNew = !(m_seen & bit);
        m_seen |= bit;
        return isNew;
    }

private:
    unsigned m_seen = 0;
};

class Reader
{
public:
    explicit Reader(QByteArrayView json) : m_cursor(json) {}

    std::optional<PlainChunk> read()
    {
        QString response;
        Once once;
        const bool isRead = m_cursor.object([&](QByteArrayView name) {
            if (name == QByteArrayView("choices"))
                return once(1) && readChoices();
            if (name == QByteArrayView("response"))
                return once(2) && readText(response);
            if (name == QByteArrayView("usage"))
                return once(4) && readUsage();
            if (name == QByteArrayView("success"))
                return m_cursor.literal("true");
            if (name == QByteArrayView("errors") || name == QByteArrayView("tool_calls"))
                return skipNothing();
            static constexpr std::array<QByteArrayView, 6> others{
                "error", "result", "finish_reason", "reasoning", "reasoning_content", "message"};
            return isOneOf(name, others) ? m_cursor.null() : m_cursor.skip();
        });
        if (!isRead || !m_cursor.isAtEnd())
            return std::nullopt;
        if (m_chunk.text.isEmpty() && m_chunk.reasoning.isEmpty())
            m_chunk.text = response;
        return std::move(m_chunk);
    }

private:
    bool readText(QString& text) { return m_cursor.peek() == '"' ? m_cursor.string(text) : m_cursor.null(); }

    /// A list with nothing in it, or none.
    bool skipNothing()
    {
        return m_cursor.peek() == '[' ? m_cursor.array([] { return false; }) : m_cursor.null();
    }

    bool readChoices()
    {
        if (m_cursor.peek() != '[')
            return m_cursor.null();
        bool isFirst = true;
        return m_cursor.array([&] { return std::exchange(isFirst, false) ? readChoice() : m_cursor.skip(); });
    }

    bool readChoice()
    {
        Once once;
        return m_cursor.object([&](QByteArrayView name) {
            if (name == QByteArrayView("delta"))
                return once(1) && (m_cursor.peek() == '{' ? readDelta() : m_cursor.null());
            if (name == QByteArrayView("finish_reason"))
                return once(2) && readFinishReason();
            return name == QByteArrayView("message") ? m_cursor.null() : m_cursor.skip();
        });
    }

    bool readDelta()
    {
        Once once;
        QString otherReasoning;
        const bool isRead = m_cursor.object([&](QByteArrayView name) {
            if (name == QByteArrayView("content"))
                return once(1) && readText(m_chunk.text);
            if (name == QByteArrayView("reasoning_content"))
                return once(2) && readText(m_chunk.reasoning);
            if (name == QByteArrayView("reasoning"))
                return once(4) && readText(otherReasoning);
            return name == QByteArrayView("tool_calls") ? skipNothing() : m_cursor.skip();
        });
        if (m_chunk.reasoning.isEmpty())
            m_chunk.reasoning = otherReasoning;
        return isRead;
    }

    bool readFinishReason()
    {
        if (m_cursor.peek() != '"')
            return m_cursor.null();
        QString reason;
        if (!m_cursor.string(reason))
            return false;
        m_chunk.finishReason = chatfields::finishReason(reason);
        return true;
    }

    bool readUsage()
    {
        if (m_cursor.peek() != '{')
            return m_cursor.null();
        TokenUsage tokens;
        Once once;
        bool hasCounts = false;
        const bool isRead = m_cursor.object([&](QByteArrayView name) {
            if (name == QByteArrayView("prompt_tokens"))
                return hasCounts = once(1) && m_cursor.count(tokens.promptTokens);
            if (name == QByteArrayView("completion_tokens"))
                return hasCounts = once(2) && m_cursor.count(tokens.completionTokens);
            if (name == QByteArrayView("prompt_tokens_details"))
                return once(4) && readDetails(tokens);
            static constexpr std::array<QByteArrayView, 4> others{"neurons", "input_tokens", "output_tokens",
                                                                  "input_tokens_details"};
            return !isOneOf(name, others) && m_cursor.skip();
        });
        if (hasCounts)
            m_chunk.usage = tokens;
        return isRead;
    }

    bool readDetails(TokenUsage& tokens)
    {
        if (m_cursor.peek() != '{')
            return m_cursor.null();
        Once once;
        return m_cursor.object([&](QByteArrayView name) {
            return name == QByteArrayView("cached_tokens") ? once(1) && m_cursor.count(tokens.cachedTokens)
                                                           : m_cursor.skip();
        });
    }

    JsonCursor m_cursor;
    PlainChunk m_chunk;
};

} // namespace

std::optional<PlainChunk> readPlainChunk(QByteArrayView json)
{
    return Reader(json).read();
}

} // namespace orangery
