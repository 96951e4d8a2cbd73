// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/apierror.h"

#include "core/errortable.h"

#include <algorithm>
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

// API.md §19, row by row; a status that is not known there stands as 400.
struct Row
{
    int code;
    int status;
    ErrorKind kind;
    RetryClass retry;
};

void PrintTo(const Row& row, std::ostream* out)
{
    *out << row.code << " at " << row.status;
}

constexpr Row rows[] = {
    {3003, 400, ErrorKind::BadRequest, RetryClass::Never},
    {3006, 413, ErrorKind::TooLarge, RetryClass::Never},
    {3007, 408, ErrorKind::TimedOut, RetryClass::AfterPause},
    {3008, 408, ErrorKind::TimedOut, RetryClass::AfterPause},
    {3010, 400, ErrorKind::UnsupportedAudio, RetryClass::Never},
    {3023, 403, ErrorKind::AccountBlocked, RetryClass::Never},
    {3030, 400, ErrorKind::PromptRefused, RetryClass::Never},
    {8007, 400, ErrorKind::PromptRefused, RetryClass::Never},
    {3036, 429, ErrorKind::QuotaExhausted, RetryClass::AfterReset},
    {4006, 429, ErrorKind::QuotaExhausted, RetryClass::AfterReset},
    {3039, 400, ErrorKind::FinetuneFilesMissing, RetryClass::Never},
    {3040, 429, ErrorKind::Busy, RetryClass::AfterPause},
    {3041, 403, ErrorKind::NotAllowed, RetryClass::Never},
    {5018, 403, ErrorKind::NotAllowed, RetryClass::Never},
    {3042, 404, ErrorKind::NoSuchModel, RetryClass::Never},
    {5004, 400, ErrorKind::BadRequest, RetryClass::Never},
    {5005, 405, ErrorKind::NoLora, RetryClass::Never},
    {5006, 400, ErrorKind::BadRequest, RetryClass::Never},
    {5007, 400, ErrorKind::NoSuchModel, RetryClass::Never},
    {5016, 403, ErrorKind::LicenceNotAgreed, RetryClass::Never},
    {5019, 405, ErrorKind::ClientTooOld, RetryClass::Never},
    {5035, 403, ErrorKind::PaidPlanNeeded, RetryClass::Never},
    {8006, 400, ErrorKind::TooFewTokens, RetryClass::Never},
    {7003, 400, ErrorKind::WrongAddress, RetryClass::Never},
    {7003, 404, ErrorKind::WrongAddress, RetryClass::Never},
    {7000, 404, ErrorKind::WrongAddress, RetryClass::Never},
    {10000, 401, ErrorKind::TokenRefused, RetryClass::Never},
    {9109, 403, ErrorKind::TokenRefused, RetryClass::Never},
};

class ErrorRow : public testing::TestWithParam<Row>
{
protected:
    /// The row, whatever carries its code.
    void expectRow(int status, const QByteArray& body, const QByteArray& type = "application/json")
    {
        SCOPED_TRACE(body.toStdString());
        const auto error = errorIn(reply(status, body, type));
        ASSERT_TRUE(error);
        EXPECT_EQ(error->kind, GetParam().kind);
        EXPECT_EQ(error->code, GetParam().code);
        EXPECT_EQ(error->httpStatus, status);
        EXPECT_EQ(error->message, sentenceOf(GetParam().kind));
        EXPECT_EQ(factsOf(error->kind).retry, GetParam().retry);
    }
};

TEST_P(ErrorRow, IsKnownByItsCodeInTheEnvelope)
{
    const Row row = GetParam();
    expectRow(row.status, coded(row.code, "AiError: No."));
}

TEST_P(ErrorRow, IsKnownInEveryOtherForm)
{
    const Row row = GetParam();
    const QByteArray code = QByteArray::number(row.code);
    // a code as text, no `result`, messages of both kinds
    expectRow(row.status,
              R"({"success":false,"errors":[{"code":")" + code + R"(","message":"No."}],"messages":["a"]})");
    expectRow(row.status, R"({"success":false,"errors":[{"code":)" + code +
                              R"(,"message":"No."}],"messages":[{"code":1,"message":"b"}]})");
    // in the text alone, once or twice dressed
    expectRow(row.status, envelope(R"([{"message":"AiError: )" + code + R"(: No."}])"));
    expectRow(row.status, envelope(R"([{"message":"AiError: AiError: )" + code +
                                   R"x(: No. (6f1c2b9e-0d4a-4c55-9c1d-3a2b1c0d9e8f)"}])x"));
    expectRow(row.status, R"({"errors":[{"message":")" + code + R"(: No."}]})");
    // OpenAI's forms
    expectRow(row.status, R"({"error":{"message":"No.","code":)" + code + "}}");
    expectRow(row.status,
              R"({"error":{"message":"No.","code":")" + code + R"(","type":"invalid_request_error"}})");
    expectRow(row.status, R"({"error":")" + code + R"(: No."})");
    expectRow(row.status, R"([{"error":{"message":"No.","code":)" + code + "}}]");
    // re-wrapped by a proxy: the whole answer as text, plain text, another status
    expectRow(row.status, R"({"error":{"message":"upstream said {\"success\":false,\"errors\":[{\"code\":)" +
                              code + R"(,\"message\":\"No.\"}]}","type":"upstream_error"}})");
    expectRow(row.status, "upstream: " + code + ": No.", "text/plain");
    expectRow(500, coded(row.code, "No."));
    expectRow(502, R"({"error":{"message":")" + code + R"(: No."}})");
    // an answer that claims success
    expectRow(200, coded(row.code, "No."));
}

INSTANTIATE_TEST_SUITE_P(Table, ErrorRow, testing::ValuesIn(rows), [](const auto& test) {
    return "Code" + std::to_string(test.param.code) + "At" + std::to_string(test.param.status);
});

TEST(ApiError, EveryCodeOfTheCoreTableIsTried)
{
    for (const ErrorFacts& facts : allErrorFacts()) {
        for (const int code : facts.codes)
            EXPECT_TRUE(std::ranges::any_of(rows, [&](const Row& row) { return row.code == code; })) << code;
    }
}

struct StatusRow
{
    const char* name;
    int status;
    const char* body;
    const char* type;
    ErrorKind kind;
};

void PrintTo(const StatusRow& row, std::ostream* out)
{
    *out << row.name;
}

class ErrorByStatus : public testing::TestWithParam<StatusRow>
{};

constexpr char plainEnvelope[] =
    R"({"success":false,"errors":[{"message":"No."}],"messages":[],"result":null})";
constexpr char unknownCode[] =
    R"({"success":false,"errors":[{"code":1234567,"message":"No."}],"messages":[]})";
constexpr char html[] = "<!DOCTYPE html><html><title>Hello</title></html>";
constexpr char jsonType[] = "application/json";
constexpr char htmlType[] = "text/html";

constexpr StatusRow statusRows[] = {
    {"400", 400, plainEnvelope, jsonType, ErrorKind::BadRequest},
    {"400Unknown", 400, unknownCode, jsonType, ErrorKind::BadRequest},
    {"400Html", 400, html, htmlType, ErrorKind::NotWorkersAi},
    {"401", 401, plainEnvelope, jsonType, ErrorKind::TokenRefused},
    {"401Empty", 401, "", "", ErrorKind::TokenRefused},
    {"403", 403, plainEnvelope, jsonType, ErrorKind::PermissionMissing},
    {"403Empty", 403, "", "", ErrorKind::PermissionMissing},
    {"403Html", 403, html, htmlType, ErrorKind::NotWorkersAi},
    {"404Envelope", 404, plainEnvelope, jsonType, ErrorKind::WrongAddress},
    {"404Html", 404, html, htmlType, ErrorKind::NotWorkersAi},
    {"404HtmlInDisguise", 404, html, "", ErrorKind::NotWorkersAi},
    {"404Text", 404, "404 page not found\n", "text/plain", ErrorKind::NotWorkersAi},
    {"404OtherJson", 404, R"({"detail":"Not Found"})", jsonType, ErrorKind::NotWorkersAi},
    {"404Empty", 404, "", "", ErrorKind::NotWorkersAi},
    {"405Envelope", 405, plainEnvelope, jsonType, ErrorKind::WrongAddress},
    {"405Html", 405, html, htmlType, ErrorKind::NotWorkersAi},
    {"408", 408, plainEnvelope, jsonType, ErrorKind::TimedOut},
    {"409", 409, plainEnvelope, jsonType, ErrorKind::Busy},
    {"413", 413, html, htmlType, ErrorKind::TooLarge},
    {"422", 422, R"({"error":{"message":"max_tokens"}})", jsonType, ErrorKind::BadRequest},
    {"429", 429, plainEnvelope, jsonType, ErrorKind::RateLimited},
    {"429Empty", 429, "", "", ErrorKind::RateLimited},
    {"500", 500, plainEnvelope, jsonType, ErrorKind::ServiceFailed},
    {"502Html", 502, html, htmlType, ErrorKind::ServiceFailed},
    {"520Empty", 520, "", "", ErrorKind::ServiceFailed},
    {"200Html", 200, html, htmlType, ErrorKind::NotWorkersAi},
    {"200HtmlInDisguise", 200, "  <html><body>login</body></html>", jsonType, ErrorKind::NotWorkersAi},
    {"200Failure", 200, plainEnvelope, jsonType, ErrorKind::ServiceFailed},
    {"200ErrorObject", 200, R"({"error":{"message":"No."}})", jsonType, ErrorKind::ServiceFailed},
    {"304", 304, "", "", ErrorKind::NotWorkersAi},
};

TEST_P(ErrorByStatus, WhenNoCodeSaysMore)
{
    const StatusRow row = GetParam();
    const auto error = errorIn(reply(row.status, row.body, row.type));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, row.kind);
    EXPECT_EQ(error->message, sentenceOf(row.kind));
    EXPECT_EQ(error->httpStatus, row.status);
}

INSTANTIATE_TEST_SUITE_P(Table, ErrorByStatus, testing::ValuesIn(statusRows),
                         [](const auto& test) { return std::string("Status") + test.param.name; });

TEST(ApiError, SuccessIsNone)
{
    EXPECT_FALSE(
        errorIn(reply(200, R"({"result":{"response":"Hi"},"success":true,"errors":[],"messages":[]})")));
    EXPECT_FALSE(errorIn(reply(200, R"({"choices":[{"message":{"content":"error 3036: no"}}]})")));
    EXPECT_FALSE(errorIn(reply(200, R"({"choices":[],"error":null})")));
    EXPECT_FALSE(errorIn(reply(200, "")));
    EXPECT_FALSE(errorIn(reply(200, "\xff\xd8\xff 3036: raw", "image/jpeg")));
}

TEST(ApiError, AnUnknownCodeIsKept)
{
    const auto error = errorIn(reply(400, coded(6002, "No.")));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, ErrorKind::BadRequest);
    EXPECT_EQ(error->code, 6002);
}

TEST(ApiError, AKnownCodeWinsOverAnUnknownBeforeIt)
{
    const auto error =
        errorIn(reply(500, envelope(R"([{"code":1000,"message":"x"},{"code":3040,"message":"y"}])")));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, ErrorKind::Busy);
}

TEST(ApiError, ASchemaThatWasNotMetIsKnownByItsText)
{
    const auto kindOf = [](int status, const QByteArray& body) { return errorIn(reply(status, body))->kind; };
    const QByteArray text = "AiError: JSON Mode couldn't be met";
    for (const QByteArray& body :
         {envelope(R"([{"message":")" + text + R"("}])"), coded(5006, text), coded(1234567, text),
          QByteArray(R"({"error":{"message":"upstream: )" + text + R"("}})"),
          envelope(R"([{"message":"AiError: JSON mode couldn\u2019t be met, sorry"}])")}) {
        EXPECT_EQ(kindOf(400, body), ErrorKind::SchemaNotMet) << body.toStdString();
        EXPECT_EQ(kindOf(500, body), ErrorKind::SchemaNotMet) << "and so it is not tried again";
        EXPECT_EQ(errorInEvent(body)->kind, ErrorKind::SchemaNotMet) << body.toStdString();
    }
    EXPECT_EQ(factsOf(ErrorKind::SchemaNotMet).retry, RetryClass::Never);
    EXPECT_EQ(kindOf(429, coded(3040, text)), ErrorKind::Busy) << "a code that says more";
    EXPECT_EQ(kindOf(400, coded(5006, "JSON Mode cannot be combined with streaming")), ErrorKind::BadRequest);
}

TEST(ApiError, NumbersInIdsAreNotCodes)
{
    for (const QByteArray text :
         {"request 4006 failed", "id 3f-3036: x", "a3040: x", "13036: x", "v1.3036: x"})
        EXPECT_EQ(errorIn(reply(500, envelope(R"([{"message":")" + text + R"("}])")))->kind,
                  ErrorKind::ServiceFailed)
            << text.toStdString();
    // the first *known* group decides
    EXPECT_EQ(errorIn(reply(500, envelope(R"([{"message":"1234: then 3040: Capacity"}])")))->kind,
              ErrorKind::Busy);
}

} // namespace
} // namespace orangery
