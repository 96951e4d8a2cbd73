// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wirefixture.h"

#include <QTimer>

namespace orangery::test {
namespace {

class StreamFaultWire : public WireTest
{
protected:
    Result<ChatReply> chatWith(const QString& fault, int count = 1)
    {
        EXPECT_TRUE(sandbox->setFault(fault, count)) << fault.toStdString();
        return chat(request());
    }
};

TEST_P(StreamFaultWire, FramingIsAllTheSame)
{
    const auto plain = chat(request());
    ASSERT_TRUE(plain);
    for (const char* fault : {"crlf", "comments", "split", "split:1", "split:7", "slow-first-byte:50",
                              "garbage", "json-for-stream"}) {
        const auto result = chatWith(QString::fromLatin1(fault));
        ASSERT_TRUE(result) << fault << result.error().detail.toStdString();
        EXPECT_EQ(result->text, plain->text) << fault;
        EXPECT_EQ(heard.text, plain->text) << fault;
        EXPECT_EQ(result->usage, plain->usage) << fault;
    }
}

TEST_P(StreamFaultWire, WithoutDoneTheTextIsWhole)
{
    const auto plain = chat(request());
    const auto result = chatWith(QStringLiteral("no-done"));
    ASSERT_TRUE(result);
    EXPECT_EQ(result->text, plain->text);
}

TEST_P(StreamFaultWire, ABreakKeepsTheTextAndSaysSo)
{
    for (const char* fault : {"cut:5", "truncated:5"}) {
        const auto result = chatWith(QString::fromLatin1(fault));
        ASSERT_TRUE(result) << fault;
        EXPECT_EQ(result->finishReason, FinishReason::Truncated) << fault;
        EXPECT_FALSE(result->text.isEmpty()) << fault;
        EXPECT_EQ(result->text, heard.text) << fault;
    }
    client.setTimeoutCeiling(std::chrono::milliseconds(300));
    const auto stalled = chatWith(QStringLiteral("stall:5"));
    ASSERT_TRUE(stalled);
    EXPECT_EQ(stalled->finishReason, FinishReason::Truncated);
}

TEST_P(StreamFaultWire, ABreakBeforeTheFirstTextIsAnError)
{
    EXPECT_EQ(chatWith(QStringLiteral("cut:0")).error().kind, ErrorKind::ConnectionLost);
    client.setTimeoutCeiling(std::chrono::milliseconds(300));
    EXPECT_EQ(chatWith(QStringLiteral("stall:0")).error().kind, ErrorKind::TimedOut);
    EXPECT_EQ(chatWith(QStringLiteral("hang")).error().kind, ErrorKind::TimedOut);
}

TEST_P(StreamFaultWire, AnErrorEvent)
{
    for (const char* fault : {"error-event:4", "error-event/errors:4"}) {
        const auto result = chatWith(QString::fromLatin1(fault));
        ASSERT_FALSE(result) << fault;
        EXPECT_EQ(result.error().kind, ErrorKind::Busy) << fault;
        EXPECT_FALSE(heard.text.isEmpty()) << "what came before was handed on";
    }
}

TEST_P(StreamFaultWire, JsonWithoutTextIsAskedForAgain)
{
    const auto plain = chat(request());
    sandbox->reset();
    const auto result = chatWith(QStringLiteral("json-for-stream/empty"));
    ASSERT_TRUE(result) << result.error().detail.toStdString();
    EXPECT_EQ(result->text, plain->text);
    EXPECT_EQ(requests().size(), 2);
}

TEST_P(StreamFaultWire, AFloodEnds)
{
    const auto result = chatWith(QStringLiteral("flood:2"));
    ASSERT_TRUE(result);
    EXPECT_GT(result->text.size(), 100'000);
    const auto line = chatWith(QStringLiteral("flood/line:20"));
    ASSERT_FALSE(line);
    EXPECT_EQ(line.error().kind, ErrorKind::InvalidAnswer) << "one line over the parser's limit";
}

TEST_P(StreamFaultWire, StopInMidStreamKeepsWhatCame)
{
    start({}, 200);
    ChatRequest longer = request(QStringLiteral("Write ten paragraphs about oranges."));
    longer.maxTokens = 2000;
    std::optional<ErrorKind> end;
    QString text;
    auto* job = new ChatJob(client, api(), Model(), longer, &context);
    QObject::connect(job, &ChatJob::deltaReceived, &context, [&](const ChatDelta& delta) {
        text += delta.text;
        if (text.size() > 40)
            job->cancel();
    });
    QObject::connect(job, &ChatJob::finished, &context, [&] { end = job->result().error().kind; });
    ASSERT_TRUE(waitFor([&] { return end.has_value(); }));
    EXPECT_EQ(end, ErrorKind::Canceled);
    EXPECT_GT(text.size(), 40);
}

ORANGERY_BOTH_WAYS(StreamFaultWire);

} // namespace
} // namespace orangery::test
