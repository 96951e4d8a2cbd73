// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/apierror.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

HttpReply reply(int status, const QByteArray& body, const QByteArray& type = "application/json")
{
    return {{status, {{"content-type", type}}}, body};
}

QByteArray envelope(const QByteArray& errors)
{
    return R"({"success":false,"errors":)" + errors + R"(,"messages":[],"result":null})";
}

QByteArray coded(int code, const QByteArray& message)
{
    return envelope(R"([{"code":)" + QByteArray::number(code) + R"(,"message":")" + message + R"("}])");
}

TEST(ApiError, DetailIsTheMessageWithoutDecorations)
{
    const auto error =
        errorIn(reply(400, coded(5006, "AiError: AiError: Bad input: Error: oneOf at '/' not met "
                                       "(6F1C2B9E-0d4a-4c55-9c1d-3a2b1c0d9e8f)")));
    EXPECT_EQ(error->detail, QStringLiteral("Bad input: Error: oneOf at '/' not met"));
}

TEST(ApiError, DetailHoldsEveryMessageOnce)
{
    const auto error = errorIn(reply(
        400,
        R"({"success":false,"errors":[{"code":7003,"message":"A"},{"code":7000,"message":"B"}],"messages":["C","A"]})"));
    EXPECT_EQ(error->detail, QStringLiteral("A\nB\nC"));
}

TEST(ApiError, DetailOfOtherBodiesIsTheBody)
{
    EXPECT_EQ(errorIn(reply(502, "Bad gateway\n", "text/plain"))->detail, QStringLiteral("Bad gateway"));
}

TEST(ApiError, DetailIsCut)
{
    const auto error = errorIn(reply(500, QByteArray(5'000'000, 'x'), "text/plain"));
    EXPECT_EQ(error->detail.size(), 16 * 1024);
}

TEST(ApiError, DetailIsNotCutInsideACharacter)
{
    for (const int before : {0, 1}) {
        const auto error =
            errorIn(reply(500, QByteArray(before, 'x') + QByteArray("🍊").repeated(10'000), "text/plain"));
        EXPECT_LE(error->detail.size(), 16 * 1024);
        EXPECT_TRUE(error->detail.isValidUtf16());
    }
}

TEST(ApiError, HalfACharacterHidesNoToken)
{
    const auto error = errorIn(reply(401, coded(10000, R"(\ud83c Bearer abc.DEF-123)")));
    EXPECT_FALSE(error->detail.contains(QLatin1String("abc.DEF-123"))) << qPrintable(error->detail);
    EXPECT_TRUE(error->detail.isValidUtf16());
}

TEST(ApiError, AMillionMessagesEnd)
{
    QByteArray messages;
    for (int i = 0; i < 1'000'000; ++i)
        messages += '"' + QByteArray::number(i) + "\",";
    const auto error = errorIn(reply(500, envelope('[' + messages + R"({"code":3040,"message":"No."}])")));
    EXPECT_EQ(error->kind, ErrorKind::Busy) << "the last one counts, too";
    EXPECT_TRUE(error->detail.startsWith(QLatin1String("0\n1\n")));
}

TEST(ApiError, TheRequestsIdIsTakenOffTheEndAlone)
{
    const QByteArray id = "(6f1c2b9e-0d4a-4c55-9c1d-3a2b1c0d9e8f)";
    const auto detail = [&](const QByteArray& message) {
        return errorIn(reply(500, coded(1, message)))->detail;
    };
    EXPECT_EQ(detail("f(x) failed " + id + "  "), QStringLiteral("f(x) failed"));
    for (const QByteArray& text : {id + " failed", id + " f(x)", "f" + id.chopped(2) + ")"})
        EXPECT_EQ(detail(text), QString::fromLatin1(text));
}

TEST(ApiError, DetailNeverHoldsTheToken)
{
    const QByteArray token = "T0kenT0kenT0kenT0kenT0kenT0kenT0kenT0ken";
    const SecretString secret(token);
    for (const QByteArray& body : {coded(10000, "token " + token + " refused"),
                                   "Authorization: Bearer " + token, QByteArray(16 * 1024 - 20, 'x') + token})
        EXPECT_FALSE(
            errorIn(reply(401, body, "text/plain"), secret)->detail.contains(QLatin1String("T0kenT0ken")));
}

TEST(ApiError, InvalidUtf8AndNulAreNoTrouble)
{
    const auto error = errorIn(reply(500, QByteArray("\xff\xfe\0 3040: x", 12), "text/plain"));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, ErrorKind::Busy);
}

TEST(ApiError, DeeplyNestedBodiesEnd)
{
    QByteArray body = "x";
    for (int i = 0; i < 12; ++i)
        body = R"({"error":{"message":")" + body.replace('\\', "\\\\").replace('"', "\\\"") + R"("}})";
    EXPECT_TRUE(errorIn(reply(500, body)));
    EXPECT_TRUE(errorIn(reply(500, QByteArray(3000, '['))));
}

TEST(ApiError, AnEventStreamsErrorBodyIsRead)
{
    const auto error =
        errorIn(reply(429, "data: " + coded(4006, "No.") + "\n\ndata: [DONE]\n\n", "text/event-stream"));
    EXPECT_EQ(error->kind, ErrorKind::QuotaExhausted);
}

std::optional<std::chrono::seconds> retryAfter(const QByteArray& value, const QByteArray& date = {})
{
    HttpReply busy = reply(429, coded(3040, "No."));
    busy.head.headers.append({"retry-after", value});
    if (!date.isEmpty())
        busy.head.headers.append({"date", date});
    return errorIn(busy)->retryAfter;
}

TEST(ApiError, RetryAfterIsSecondsOrADate)
{
    using std::chrono::seconds;
    EXPECT_EQ(retryAfter("7"), seconds(7));
    EXPECT_EQ(retryAfter(" 0 "), seconds(0));
    EXPECT_EQ(retryAfter("-5"), seconds(0));
    EXPECT_EQ(retryAfter("99999999999999"), seconds(7 * 24 * 3600));
    EXPECT_EQ(retryAfter("soon"), std::nullopt);
    EXPECT_EQ(retryAfter(""), std::nullopt);
    // by the server's clock, not by ours
    EXPECT_EQ(retryAfter("Wed, 21 Oct 2015 07:28:30 GMT", "Wed, 21 Oct 2015 07:28:00 GMT"), seconds(30));
    EXPECT_EQ(retryAfter("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 21 Oct 2015 07:28:30 GMT"), seconds(0));
    EXPECT_EQ(retryAfter("Wed, 21 Oct 2015 07:28:00 GMT"), seconds(0));
    EXPECT_FALSE(errorIn(reply(429, coded(3040, "No.")))->retryAfter);
}

TEST(ApiErrorInEvent, BothForms)
{
    EXPECT_EQ(errorInEvent(QByteArray(R"({"error":{"message":"No.","code":3040}})"))->kind, ErrorKind::Busy);
    EXPECT_EQ(errorInEvent(QByteArray(R"({"error":"3036: used up"})"))->kind, ErrorKind::QuotaExhausted);
    EXPECT_EQ(errorInEvent(QByteArray(R"({"errors":[{"message":"4006: used up"}]})"))->kind,
              ErrorKind::QuotaExhausted);
    EXPECT_EQ(errorInEvent(QByteArray(R"({"errors":[{"code":3008}],"success":false})"))->kind,
              ErrorKind::TimedOut);
    EXPECT_EQ(errorInEvent(QByteArray(R"({"error":{"message":"slow down","code":429}})"))->kind,
              ErrorKind::RateLimited);
    EXPECT_EQ(errorInEvent(QByteArray(R"({"error":{"message":"?"}})"))->kind, ErrorKind::ServiceFailed);
}

TEST(ApiErrorInEvent, NoneInOrdinaryEvents)
{
    EXPECT_FALSE(errorInEvent(QByteArray(R"({"response":"error 3036: x"})")));
    EXPECT_FALSE(
        errorInEvent(QByteArray(R"({"choices":[{"delta":{"content":"a"}}],"error":null,"errors":[]})")));
    EXPECT_FALSE(errorInEvent(QByteArray("[DONE]")));
    EXPECT_FALSE(errorInEvent(QByteArray()));
}

} // namespace
} // namespace orangery
