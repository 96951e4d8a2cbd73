// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/jsonwriter.h"
#include "sandbox/textwire.h"
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

QByteArray event(const QByteArray& data)
{
    return "data: " + data + "\n\n";
}

/// The `p` member: alphabet, then digits, again and again, of a length that tells nothing. API.md §3.3.
QString padding(qint64 index)
{
    static const QString alphabet = QStringLiteral("abcdefghijklmnopqrstuvwxyz0123456789");
    // The first one has the length that was captured.
    const qint64 length = index == 0 ? 39 : 7 + (index * 31) % 40;
    return (alphabet + alphabet).left(length);
}

void classicEvents(const WireContext& context, std::vector<QByteArray>& events)
{
    qint64 index = 0;
    for (const QString& piece : tokens(context.answer.content))
        events.push_back(
            event(ObjectWriter().string("response", piece).string("p", padding(index++)).bytes()));
    events.push_back(event(ObjectWriter()
                               .raw("tool_calls", flatCalls(context.answer.calls))
                               .string("p", padding(index))
                               .bytes()));
    events.push_back(event(ObjectWriter()
                               .string("response", QString())
                               .raw("usage", usageObject(context, context.answer.completionTokens, true))
                               .bytes()));
}

class ChatEvents
{
public:
    ChatEvents(const WireContext& context, std::vector<QByteArray>& events)
        : m_context(context),
          m_events(events)
    {
        // On /ai/v1 a classic model behaves like most others there.
        m_place = context.model.shape == Model::Shape::Chat ? context.model.usagePlace
                                                            : Model::UsagePlace::OwnEvent;
    }

    void write()
    {
        const TextAnswer& answer = m_context.answer;
        delta(
            ObjectWriter().string("role", QStringLiteral("assistant")).string("content", QString()).bytes());
        const bool isShort = m_context.model.reasoning == Model::Reasoning::Reasoning;
        for (const QString& piece : tokens(answer.reasoning))
            textPiece(isShort ? "reasoning" : "reasoning_content", piece);
        for (const QString& piece : tokens(answer.content))
            textPiece("content", piece);

        for (std::size_t i = 0; i < answer.calls.size(); ++i)
            writeCall(answer.calls[i], static_cast<qint64>(i));

        const QByteArray finish = jsonString(answer.finishReason());
        const QByteArray usage = usageObject(m_context, answer.completionTokens, true);
        if (m_place == Model::UsagePlace::OwnEvent) {
            chunk(choice("{}", finish), {});
            chunk({}, usage);
        } else {
            chunk(choice("{}", finish), usage);
        }
    }

private:
    /// Its start, its arguments in pieces, and a marker of nulls that ends it. API.md §3.3.
    void writeCall(const ToolCall& call, qint64 index)
    {
        callPiece(ObjectWriter()
                      .string("id", call.id)
                      .string("type", QStringLiteral("function"))
                      .number("index", index)
                      .raw("function", ObjectWriter().string("name", call.name).bytes()));
        for (const QString& piece : tokens(QString::fromUtf8(json(call.arguments)))) {
            ++m_sent;
            callPiece(ObjectWriter()
                          .number("index", index)
                          .raw("function", ObjectWriter().string("arguments", piece).bytes()));
        }
        callPiece(ObjectWriter()
                      .raw("id", "null")
                      .raw("type", "null")
                      .number("index", index)
                      .raw("function", R"({"name":null,"arguments":""})"));
    }
    void callPiece(const ObjectWriter& piece)
    {
        delta(ObjectWriter().raw("tool_calls", ArrayWriter().raw(piece.bytes()).bytes()).bytes());
    }
    void textPiece(const char* member, const QString& text)
    {
        ++m_sent;
        delta(ObjectWriter().string(member, text).bytes());
    }
    void delta(const QByteArray& value)
    {
        chunk(choice(value, "null"), m_place == Model::UsagePlace::EveryEvent
                                         ? usageObject(m_context, m_sent, false)
                                         : QByteArray());
    }
    static QByteArray choice(const QByteArray& value, const QByteArray& finish)
    {
        return ObjectWriter().number("index", 0).raw("delta", value).raw("finish_reason", finish).bytes();
    }
    void chunk(const QByteArray& oneChoice, const QByteArray& usage)
    {
        ObjectWriter object;
        object.string("id", QStringLiteral("chatcmpl-") + m_context.id)
            .string("object", QStringLiteral("chat.completion.chunk"))
            .number("created", m_context.created)
            .string("model", m_context.model.id)
            .raw("choices", "[" + oneChoice + "]");
        if (!usage.isEmpty())
            object.raw("usage", usage);
        m_events.push_back(event(object.bytes()));
    }

    const WireContext& m_context;
    std::vector<QByteArray>& m_events;
    Model::UsagePlace m_place;
    qint64 m_sent = 0;
};

} // namespace

Reply streamedAnswer(const WireContext& context)
{
    Reply reply;
    reply.headers = {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-cache"}};
    if (context.request.openAi || context.model.shape == Model::Shape::Chat)
        ChatEvents(context, reply.events).write();
    else
        classicEvents(context, reply.events);
    reply.events.push_back("data: [DONE]\n\n");
    return reply;
}

} // namespace orangery::sandbox
