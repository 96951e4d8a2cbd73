// SPDX-License-Identifier: GPL-3.0-or-later
// Text generation: whole answers, streams, thoughts between tags, and calls of tools that were written as
// text.
#include "fuzz/check.h"
#include "fuzz/input.h"
#include "net/sseparser.h"
#include "workersai/chatcodec.h"
#include "workersai/chattools.h"
#include "workersai/thinksplitter.h"

#include <algorithm>

namespace orangery::fuzz {
namespace {

void checkReply(const ChatReply& reply)
{
    checkFacts(reply);
    const bool isCut =
        reply.finishReason == FinishReason::Length || reply.finishReason == FinishReason::Truncated;
    for (const ToolCall& call : reply.toolCalls) {
        check(!call.name.isEmpty(), "a call names its tool");
        check(!isCut || chattools::isValid(call.arguments), "an answer that was cut has no half of a call");
    }
}

void readWhole(const QByteArray& body)
{
    const Result<ChatReply> reply = chatcodec::decode(body);
    if (!reply)
        return checkInvalid(reply.error());
    checkReply(*reply);
    check(reply->finishReason != FinishReason::Truncated, "a whole answer is not broken off");
    check(reply->text.size() + reply->reasoning.size() <= mostCharacters(body.size()),
          "a text is in its body");
}

struct Outcome
{
    ChatDelta all; ///< every delta, one after the other
    ChatReply reply;
    QString error;
    int skippedEvents = 0;
    int readEvents = 0;
    bool isDone = false;

    bool operator==(const Outcome&) const = default;
};

Outcome streamed(const Pieces& pieces)
{
    SseParser parser;
    ChatStreamDecoder decoder(SecretString(QByteArrayLiteral("Orangery_secret-0123456789.abcdef")));
    Outcome outcome;
    const auto add = [&outcome](const ChatDelta& delta) {
        outcome.all.text += delta.text;
        outcome.all.reasoning += delta.reasoning;
    };
    for (const QByteArrayView piece : pieces) {
        const QList<SseEvent> events = parser.feed(piece);
        for (const SseEvent& event : events)
            add(decoder.take(event.data));
    }
    add(decoder.finish());
    if (decoder.error()) {
        checkError(*decoder.error());
        outcome.error = decoder.error()->message + decoder.error()->detail;
    }
    outcome.reply = decoder.reply();
    outcome.skippedEvents = decoder.skippedEvents();
    outcome.readEvents = decoder.readEvents();
    outcome.isDone = decoder.isDone();
    return outcome;
}

void readStream(const QByteArray& stream, int seed)
{
    const QList<Pieces> cuts = allCuts(stream, seed);
    const Outcome whole = streamed(cuts.first());
    for (const Pieces& pieces : cuts)
        check(streamed(pieces) == whole, "cuts do not change the answer");
    checkReply(whole.reply);
    check(whole.all.text == whole.reply.text && whole.all.reasoning == whole.reply.reasoning,
          "the pieces are the answer");
    check(!whole.isDone || whole.reply.finishReason != FinishReason::Truncated, "an end is an end");
}

ChatDelta split(const QString& text, const Pieces& pieces)
{
    ThinkSplitter splitter;
    ChatDelta all;
    qsizetype at = 0;
    for (const QByteArrayView piece : pieces) { // of the bytes' sizes, which are as good as any
        const ChatDelta delta = splitter.take(text.mid(at, piece.size()));
        all.text += delta.text;
        all.reasoning += delta.reasoning;
        at += piece.size();
    }
    const ChatDelta rest = splitter.finish();
    return {all.text + rest.text, all.reasoning + rest.reasoning};
}

void readThoughts(const QByteArray& bytes, int seed)
{
    const QString text = QString::fromUtf8(bytes);
    const QList<Pieces> cuts = allCuts(bytes, seed);
    const ChatDelta whole = split(text, cuts.first());
    check(whole.text.size() + whole.reasoning.size() <= text.size(), "nothing is made up");
    check(whole.reasoning.isEmpty() || text.trimmed().startsWith(u"<think>"),
          "thoughts begin with their tag");
    for (const Pieces& pieces : cuts)
        check(split(text, pieces) == whole, "cuts do not change the thoughts");
}

void readCallsInText(const QString& text, int choice)
{
    ChatRequest request;
    request.tools = {{QStringLiteral("weather"), {}, R"({"properties":{"city":{},"days":{}}})"},
                     {QStringLiteral("time"), {}, {}}};
    request.toolChoice = choice == 0 ? QStringLiteral("required") : request.tools.at(choice % 2).name;
    const QList<ToolCall> calls = chattools::callsInText(text, request);
    for (const ToolCall& call : calls) {
        const bool isKnown =
            std::ranges::find(request.tools, call.name, &ToolDefinition::name) != request.tools.end();
        check(isKnown && chattools::isValid(call.arguments), "a call is of a tool that there is");
    }
}

} // namespace
} // namespace orangery::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace orangery::fuzz;
    Input input(data, size);
    const int what = input.choose(4);
    const int seed = what == 0 ? 0 : input.choose(256);
    const QByteArray text = input.rest();
    switch (what) {
    case 0:
        readWhole(text);
        break;
    case 1:
        readStream(text, seed);
        break;
    case 2:
        readThoughts(text, seed);
        break;
    default:
        readCallsInText(QString::fromUtf8(text), seed % 3);
        break;
    }
    return 0;
}
