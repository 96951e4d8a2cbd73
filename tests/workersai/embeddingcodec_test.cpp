// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/embeddingcodec.h"
#include "workersai/textmodels.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using Type = Parameter::Type;
using Kind = EmbeddingRequest::Kind;

Model bge()
{
    return modelWith(QStringLiteral("@cf/baai/bge-base-en-v1.5"),
                     {of(QStringLiteral("text"), Type::List), of(QStringLiteral("pooling"), Type::Choice)});
}

Model qwen()
{
    Parameter queries = of(QStringLiteral("queries"), Type::List);
    queries.longest = 32;
    return modelWith(QStringLiteral("@cf/qwen/qwen3-embedding-0.6b"),
                     {of(QStringLiteral("text"), Type::List), queries,
                      of(QStringLiteral("documents"), Type::List),
                      of(QStringLiteral("instruction"), Type::Text)});
}

EmbeddingRequest twoTexts(Kind kind = Kind::Text)
{
    EmbeddingRequest request;
    request.texts = {QStringLiteral("a"), QStringLiteral("ü")};
    request.kind = kind;
    request.instruction = QStringLiteral("find");
    request.pooling = QStringLiteral("cls");
    return request;
}

std::string encoded(const EmbeddingRequest& request, const Model& model)
{
    const auto body = embeddingcodec::encode(request, model);
    return body ? body->toStdString() : body.error().message.toStdString();
}

TEST(EmbeddingEncode, EveryFamily)
{
    EXPECT_EQ(encoded(twoTexts(Kind::Query), bge()), R"({"pooling":"cls","text":["a","ü"]})");
    EXPECT_EQ(encoded(twoTexts(), qwen()), R"({"instruction":"find","text":["a","ü"]})");
    EXPECT_EQ(encoded(twoTexts(Kind::Query), qwen()), R"({"instruction":"find","queries":["a","ü"]})");
    EXPECT_EQ(encoded(twoTexts(Kind::Document), qwen()), R"({"documents":["a","ü"],"instruction":"find"})");
    const Model gemma =
        modelWith(QStringLiteral("@cf/google/embeddinggemma-300m"), {of(QStringLiteral("text"), Type::List)});
    EXPECT_EQ(encoded(twoTexts(Kind::Document), gemma), R"({"text":["a","ü"]})");
    const Model contexts =
        modelWith(QStringLiteral("@cf/a/b"), {of(QStringLiteral("contexts"), Type::Structure)});
    EXPECT_EQ(encoded(twoTexts(), contexts), R"({"contexts":[{"text":"a"},{"text":"ü"}]})");
}

TEST(EmbeddingEncode, AnUnknownModelGetsText)
{
    EXPECT_EQ(encoded(twoTexts(Kind::Query), {}),
              R"({"instruction":"find","pooling":"cls","text":["a","ü"]})");
}

TEST(EmbeddingEncode, ExtraCannotReplaceTheTexts)
{
    EmbeddingRequest request = twoTexts();
    request.extra = {{QStringLiteral("text"), QStringLiteral("x")}, {QStringLiteral("unknown"), 1}};
    EXPECT_EQ(encoded(request, bge()), R"({"pooling":"cls","text":["a","ü"]})");
}

TEST(EmbeddingEncode, TooFewAndTooManyTextsAreRefused)
{
    EmbeddingRequest request = twoTexts();
    request.texts.clear();
    EXPECT_EQ(embeddingcodec::encode(request, bge()).error().kind, ErrorKind::InvalidInput);
    request.texts.fill(QStringLiteral("a"), 100);
    EXPECT_TRUE(embeddingcodec::encode(request, bge()));
    EXPECT_TRUE(embeddingcodec::encode(request, {}));
    request.texts.append(QStringLiteral("a"));
    EXPECT_EQ(embeddingcodec::encode(request, bge()).error().kind, ErrorKind::InvalidInput);
    request.texts.resize(33);
    request.kind = Kind::Query;
    const auto refused = embeddingcodec::encode(request, qwen());
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().message.contains(QLatin1String("32")))
        << refused.error().message.toStdString();
}

TEST(EmbeddingDecode, EveryForm)
{
    for (
        const QByteArray body :
        {R"({"result":{"shape":[2,2],"data":[[0.5,-1],[0,0]],"pooling":"mean"},"success":true,"errors":[],"messages":[]})",
         R"({"shape":[2,2],"data":[[0.5,-1],[0,0]],"pooling":"mean"})",
         R"({"result":{"response":[[0.5,-1],[0,0]],"shape":[2,2],"pooling":"mean"}})",
         R"({"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5,-1]},{"index":1,"embedding":[0,0]}],"pooling":"mean"})"}) {
        const auto reply = embeddingcodec::decode(body, 2);
        ASSERT_TRUE(reply) << body.toStdString();
        EXPECT_EQ(reply->vectors, (QList<QList<float>>{{0.5F, -1.0F}, {0.0F, 0.0F}})) << body.toStdString();
        EXPECT_EQ(reply->pooling, QStringLiteral("mean"));
    }
}

TEST(EmbeddingDecode, UsageIsRead)
{
    const auto reply = embeddingcodec::decode(
        R"({"result":{"data":[[1]],"usage":{"prompt_tokens":7,"completion_tokens":0,"neurons":0.5}}})", 1);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->usage, (TokenUsage{7, 0, 0}));
    EXPECT_EQ(reply->neurons, Neurons::of(0.5));
    EXPECT_TRUE(reply->pooling.isEmpty());
}

TEST(EmbeddingDecode, AnythingElseIsInvalid)
{
    for (const QByteArray body :
         {"", "x", "null", "[]", "{}", R"({"result":null})", R"({"result":{"data":[]}})",
          R"({"result":{"data":3}})", R"({"result":{"data":[[1,2],[3,4]]}})", R"({"result":{"data":[[]]}})",
          R"({"result":{"data":["x"]}})", R"({"result":{"data":[["x"]]}})",
          R"({"result":{"data":[[1,null]]}})", R"({"result":{"data":[{"embedding":"AAAA"}]}})",
          R"({"result":{"data":[[1,2)", R"({"result":{"request_id":"r","status":"queued"}})"}) {
        const auto reply = embeddingcodec::decode(body, 1);
        ASSERT_FALSE(reply) << body.toStdString();
        EXPECT_EQ(reply.error().kind, ErrorKind::InvalidAnswer);
        EXPECT_EQ(reply.error().detail.toUtf8(), body);
    }
    EXPECT_FALSE(embeddingcodec::decode(R"({"data":[[1,2],[3]]})", 2)) << "of two dimensions";
    EXPECT_FALSE(embeddingcodec::decode(R"({"data":[[1,2]]})", 2)) << "one is missing";
    EXPECT_FALSE(embeddingcodec::decode(R"({"data":[]})", 0)) << "there is always one";
}

} // namespace
} // namespace orangery::test
