// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortable.h"
#include "wire/wirefixture.h"

namespace orangery::test {
namespace {

/// API.md §19 from one end to the other: each row in each form in which it was seen.
struct Row
{
    int code;
    ErrorKind kind;
};

void PrintTo(const Row& row, std::ostream* out)
{
    *out << row.code;
}

constexpr Row rows[] = {
    {3003, ErrorKind::BadRequest},
    {3006, ErrorKind::TooLarge},
    {3007, ErrorKind::TimedOut},
    {3008, ErrorKind::TimedOut},
    {3010, ErrorKind::UnsupportedAudio},
    {3023, ErrorKind::AccountBlocked},
    {3030, ErrorKind::PromptRefused},
    {8007, ErrorKind::PromptRefused},
    {3036, ErrorKind::QuotaExhausted},
    {4006, ErrorKind::QuotaExhausted},
    {3039, ErrorKind::FinetuneFilesMissing},
    {3040, ErrorKind::Busy},
    {3041, ErrorKind::NotAllowed},
    {5018, ErrorKind::NotAllowed},
    {3042, ErrorKind::NoSuchModel},
    {5004, ErrorKind::BadRequest},
    {5005, ErrorKind::NoLora},
    {5006, ErrorKind::BadRequest},
    {5007, ErrorKind::NoSuchModel},
    {5016, ErrorKind::LicenceNotAgreed},
    {5019, ErrorKind::ClientTooOld},
    {5035, ErrorKind::PaidPlanNeeded},
    {8006, ErrorKind::TooFewTokens},
    {7003, ErrorKind::WrongAddress},
    {7000, ErrorKind::WrongAddress},
    {10000, ErrorKind::TokenRefused},
    {9109, ErrorKind::TokenRefused},
};

class ErrorWire : public WireBed, public testing::WithParamInterface<std::tuple<Row, Way>>
{
protected:
    ErrorWire() : WireBed(std::get<Way>(GetParam())) {}
};

TEST_P(ErrorWire, ReachesTheCallerInEveryForm)
{
    const Row row = std::get<Row>(GetParam());
    for (const char* variant : {"", "/no-code", "/no-result", "/code-string", "/string-messages",
                                "/double-prefix", "/text", "/openai", "/v1", "/500", "/502"}) {
        for (const bool isStream : {true, false}) {
            const QString fault = QString::number(row.code) + QString::fromLatin1(variant);
            SCOPED_TRACE(fault.toStdString() + (isStream ? " streamed" : ""));
            ASSERT_TRUE(sandbox->setFault(fault));
            ChatRequest asked = request();
            asked.stream = isStream;
            const auto result = chat(asked);
            ASSERT_FALSE(result);
            EXPECT_EQ(result.error().kind, row.kind) << result.error().detail.toStdString();
            EXPECT_EQ(result.error().message, sentenceOf(row.kind));
            EXPECT_GE(result.error().httpStatus, 400);
            EXPECT_FALSE(result.error().detail.isEmpty());
            EXPECT_FALSE(result.error().detail.startsWith(QLatin1String("AiError")));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Table, ErrorWire,
                         testing::Combine(testing::ValuesIn(rows), testing::Values(Way::Plain, Way::Http2)),
                         [](const auto& instance) {
                             return "Code" + std::to_string(std::get<Row>(instance.param).code) +
                                    nameOf(std::get<Way>(instance.param));
                         });

class StatusWire : public WireTest
{
protected:
    ErrorKind kindAfter(const char* fault)
    {
        EXPECT_TRUE(sandbox->setFault(QString::fromLatin1(fault))) << fault;
        const auto result = chat(request());
        return result ? ErrorKind::Canceled : result.error().kind;
    }
};

TEST_P(StatusWire, WithoutACode)
{
    EXPECT_EQ(kindAfter("status:400"), ErrorKind::BadRequest);
    EXPECT_EQ(kindAfter("status:401"), ErrorKind::TokenRefused);
    EXPECT_EQ(kindAfter("status:403"), ErrorKind::PermissionMissing);
    EXPECT_EQ(kindAfter("status:404"), ErrorKind::NotWorkersAi);
    EXPECT_EQ(kindAfter("status:408"), ErrorKind::TimedOut);
    EXPECT_EQ(kindAfter("status:413"), ErrorKind::TooLarge);
    EXPECT_EQ(kindAfter("status:429"), ErrorKind::RateLimited);
    EXPECT_EQ(kindAfter("status:500"), ErrorKind::ServiceFailed);
    EXPECT_EQ(kindAfter("status:503"), ErrorKind::ServiceFailed);
    EXPECT_EQ(kindAfter("html"), ErrorKind::NotWorkersAi);
    EXPECT_EQ(kindAfter("html/404"), ErrorKind::NotWorkersAi);
    EXPECT_EQ(kindAfter("html/502"), ErrorKind::ServiceFailed);
    // what is in between answers 502 by itself
    EXPECT_EQ(kindAfter("close"), nginx ? ErrorKind::ServiceFailed : ErrorKind::ConnectionLost);
    EXPECT_EQ(kindAfter("redirect:http://127.0.0.2:9/"), ErrorKind::RedirectRefused);
}

TEST_P(StatusWire, ASchemaThatCannotBeMet)
{
    ChatRequest asked = request();
    asked.model = QStringLiteral("@cf/zai-org/glm-4.7-flash");
    asked.jsonMode = JsonMode{QStringLiteral("a"), R"({"type":"object","properties":{"n":{"enum":[]}},)"
                                                   R"("required":["n"]})"};
    const auto result = chat(asked);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::SchemaNotMet) << result.error().detail.toStdString();
    EXPECT_EQ(result.error().message, sentenceOf(ErrorKind::SchemaNotMet));
    for (const char* fault : {"json-mode", "json-mode/no-result", "json-mode/double-prefix",
                              "json-mode/openai", "json-mode/v1", "json-mode/500", "json-mode/502"})
        EXPECT_EQ(kindAfter(fault), ErrorKind::SchemaNotMet) << fault;
}

TEST_P(StatusWire, RetryAfterIsHandedOn)
{
    sandbox->setFault(QStringLiteral("rate-limit:17"));
    const auto result = chat(request());
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::RateLimited);
    EXPECT_EQ(result.error().retryAfter, std::chrono::seconds(17));
}

TEST_P(StatusWire, ABodyThatCannotBeRead)
{
    for (const char* fault : {"bad-json", "empty"}) {
        sandbox->setFault(QString::fromLatin1(fault), 2);
        const auto result = chat(request());
        ASSERT_FALSE(result) << fault;
        EXPECT_EQ(result.error().kind, ErrorKind::InvalidAnswer) << fault;
    }
}

ORANGERY_BOTH_WAYS(StatusWire);

} // namespace
} // namespace orangery::test
