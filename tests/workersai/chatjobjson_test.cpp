// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatjobfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace orangery::test {
namespace {

using Way = WireReply::Way;

TEST_F(ChatJobTest, JsonInPlaceOfAStream)
{
    TestServer server(
        json(envelope(R"({"response":"Hello","usage":{"prompt_tokens":9,"completion_tokens":4}})")));
    const ChatOutcome outcome = run(server);
    ASSERT_TRUE(*outcome.result);
    EXPECT_EQ(outcome.deltas, (QList<ChatDelta>{{QStringLiteral("Hello"), {}}}));
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(ChatJobTest, JsonWithoutTextIsAskedForOnceMore)
{
    for (const QByteArray& first :
         {envelope("{}"), envelope(R"({"response":""})"), envelope("null"),
          QByteArray(R"({"choices":[{"message":{"content":""},"finish_reason":"stop"}]})")}) {
        int calls = 0;
        TestServer server([&](const WireRequest& request) {
            const bool isStream = QJsonDocument::fromJson(request.body).object().value(u"stream").toBool();
            EXPECT_EQ(isStream, ++calls == 1);
            WireReply reply = json(isStream ? first : envelope(R"({"response":"Hello"})"));
            reply.headers = {{"cf-ai-neurons", isStream ? "1" : "2"}};
            return reply;
        });
        const ChatOutcome outcome = run(server);
        ASSERT_TRUE(*outcome.result);
        EXPECT_EQ(outcome.reply().text, QStringLiteral("Hello"));
        EXPECT_EQ(outcome.reply().neurons, Neurons::of(3)) << "both calls cost";
        EXPECT_EQ(calls, 2);
    }
}

TEST_F(ChatJobTest, JsonWithoutTextTwiceIsAnError)
{
    TestServer server(json(envelope("{}")));
    EXPECT_EQ(run(server).errorKind(), ErrorKind::InvalidAnswer);
    EXPECT_EQ(server.requests().size(), 2);
}

TEST_F(ChatJobTest, WithoutAStreamItIsAskedForOnce)
{
    m_request.stream = false;
    TestServer server(json(envelope(R"({"response":"Hello"})")));
    EXPECT_EQ(run(server).reply().text, QStringLiteral("Hello"));
    TestServer empty(json(envelope("{}")));
    EXPECT_EQ(run(empty).errorKind(), ErrorKind::InvalidAnswer);
    EXPECT_EQ(empty.requests().size(), 1);
}

TEST_F(ChatJobTest, AStreamUnderAnotherMediaType)
{
    for (const QByteArray type : {"text/plain; charset=utf-8", "", "TEXT/EVENT-STREAM; charset=utf-8"}) {
        WireReply reply = stream(goodEvents);
        reply.contentType = type;
        for (const Way way : {Way::Whole, Way::Bytewise}) {
            reply.way = way;
            TestServer server(reply);
            EXPECT_EQ(run(server).reply().text, QStringLiteral("Hello")) << type.toStdString();
            EXPECT_EQ(server.requests().size(), 1) << "not asked for again";
        }
    }
}

TEST_F(ChatJobTest, NotWorkersAi)
{
    WireReply html;
    html.contentType = "text/html";
    html.body = "<html><body>Welcome</body></html>";
    TestServer server(html);
    EXPECT_EQ(run(server).errorKind(), ErrorKind::NotWorkersAi);
}

TEST_F(ChatJobTest, ErrorsComeWithRetryAfterAndWithoutTheToken)
{
    WireReply busy = json(failure(3040, QByteArray("Capacity for ") + tokenText), 429);
    busy.headers = {{"Retry-After", "12"}};
    TestServer server(busy);
    const Error error = run(server).result->error();
    EXPECT_EQ(error.kind, ErrorKind::Busy);
    EXPECT_EQ(error.retryAfter, std::chrono::seconds(12));
    EXPECT_EQ(error.httpStatus, 429);
    EXPECT_FALSE(error.detail.contains(QLatin1String(tokenText)));
    EXPECT_TRUE(error.detail.contains(QLatin1String("Capacity")));
}

TEST_F(ChatJobTest, TheStatusOfACutErrorStillSpeaks)
{
    WireReply cut = json(failure(3040, "Capacity"), 429);
    cut.way = Way::Cut;
    TestServer server(cut);
    EXPECT_EQ(run(server).errorKind(), ErrorKind::RateLimited);
}

TEST_F(ChatJobTest, AnErrorBodyInAStreamsMediaType)
{
    WireReply reply = json(failure(3036, "used up"), 429);
    reply.contentType = "text/event-stream";
    TestServer server(reply);
    EXPECT_EQ(run(server).errorKind(), ErrorKind::QuotaExhausted);
}

TEST_F(ChatJobTest, AnEmptyModelIdIsNotSent)
{
    m_request.model = QStringLiteral(" ");
    TestServer server(stream(goodEvents));
    EXPECT_EQ(run(server).errorKind(), ErrorKind::NoSuchModel);
    EXPECT_TRUE(server.requests().isEmpty());
}

TEST_F(ChatJobTest, AModelIdCannotLeaveThePath)
{
    m_request.model = QStringLiteral("../../../user/tokens/verify?x#y");
    TestServer server(json(failure(3042, "no"), 404));
    EXPECT_EQ(run(server).errorKind(), ErrorKind::NoSuchModel);
    EXPECT_EQ(server.requests().first().target.toStdString(),
              std::string("/client/v4/accounts/") + accountId +
                  "/ai/run/%252E%252E/%252E%252E/%252E%252E/user/tokens/verify%3Fx%23y");
}

TEST_F(ChatJobTest, AMegabyteGoesOutAndComesBack)
{
    m_request.messages = {{ChatRole::User, QString(1'000'000, u'ä')}};
    TestServer server(stream({R"({"response":")" + QByteArray(1'000'000, 'x') + R"("})", "[DONE]"}));
    EXPECT_EQ(run(server).reply().text.size(), 1'000'000);
    EXPECT_GT(server.requests().first().body.size(), 2'000'000);
}

} // namespace
} // namespace orangery::test
