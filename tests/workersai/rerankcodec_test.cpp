// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/rerankcodec.h"
#include "workersai/textclassificationcodec.h"
#include "workersai/textmodels.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using Type = Parameter::Type;

RerankRequest threePassages(std::optional<int> topK = {})
{
    RerankRequest request;
    request.query = QStringLiteral("What?");
    request.contexts = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    request.topK = topK;
    return request;
}

Model bgeM3()
{
    return modelWith(QStringLiteral("@cf/baai/bge-m3"), {of(QStringLiteral("query"), Type::Text),
                                                         of(QStringLiteral("contexts"), Type::Structure),
                                                         of(QStringLiteral("text"), Type::List)});
}

std::string encoded(const RerankRequest& request, const Model& model)
{
    const auto body = rerankcodec::encode(request, model);
    return body ? body->toStdString() : body.error().message.toStdString();
}

TEST(RerankEncode, TheQuestionAndThePassages)
{
    const std::string rest = R"("query":"What?"})";
    const std::string start = R"({"contexts":[{"text":"a"},{"text":"b"},{"text":"c"}],)";
    EXPECT_EQ(encoded(threePassages(), {}), start + rest);
    EXPECT_EQ(encoded(threePassages(2), {}), start + R"("query":"What?","top_k":2})");
    EXPECT_EQ(encoded(threePassages(9), {}), start + R"("query":"What?","top_k":3})");
    EXPECT_EQ(encoded(threePassages(2), bgeM3()), start + rest) << "which has no top_k";
}

TEST(RerankEncode, NothingToCompareIsRefused)
{
    RerankRequest request = threePassages();
    request.query = QStringLiteral(" \n");
    EXPECT_EQ(rerankcodec::encode(request, {}).error().kind, ErrorKind::InvalidInput);
    request = threePassages();
    request.contexts.clear();
    EXPECT_EQ(rerankcodec::encode(request, {}).error().kind, ErrorKind::InvalidInput);
}

TEST(RerankDecode, BestFirst)
{
    for (
        const QByteArray body :
        {R"({"result":{"response":[{"id":0,"score":0.2},{"id":2,"score":0.9},{"id":1,"score":0.5}]},"success":true})",
         R"({"response":[{"id":1,"score":0.5},{"id":0,"score":0.2},{"id":"2","score":"0.9"}]})"}) {
        const auto reply = rerankcodec::decode(body, threePassages());
        ASSERT_TRUE(reply) << body.toStdString();
        EXPECT_EQ(reply->scores, (QList<RerankReply::Score>{{2, 0.9}, {1, 0.5}, {0, 0.2}}));
        const auto best = rerankcodec::decode(body, threePassages(1));
        EXPECT_EQ(best->scores, (QList<RerankReply::Score>{{2, 0.9}})) << "whatever the service sent";
    }
}

TEST(RerankDecode, AnythingElseIsInvalid)
{
    for (const QByteArray body :
         {"", "x", "[]", "{}", R"({"response":[]})", R"({"response":3})", R"({"response":[[0.1,0.2]]})",
          R"({"response":[{"id":3,"score":1}]})", R"({"response":[{"id":-1,"score":1}]})",
          R"({"response":[{"id":0.5,"score":1}]})", R"({"response":[{"id":0}]})",
          R"({"response":[{"id":0,"score":null}]})", R"({"response":[{"score":1}]})",
          R"({"response":[{"id":0,"score":1},{"id":0,"score":2}]})",
          R"({"response":[{"id":1e300,"score":1}]})", R"({"response":[{"id":0,"score":)"}) {
        const auto reply = rerankcodec::decode(body, threePassages());
        ASSERT_FALSE(reply) << body.toStdString();
        EXPECT_EQ(reply.error().kind, ErrorKind::InvalidAnswer);
    }
}

TEST(TextClassificationEncode, TheText)
{
    const auto body = textclassificationcodec::encode({{}, QStringLiteral("Grüße")}, {});
    ASSERT_TRUE(body);
    EXPECT_EQ(body->toStdString(), R"({"text":"Grüße"})");
    EXPECT_EQ(textclassificationcodec::encode({{}, QStringLiteral(" ")}, {}).error().kind,
              ErrorKind::InvalidInput);
}

TEST(TextClassificationDecode, BestFirst)
{
    for (
        const QByteArray body :
        {R"({"result":[{"label":"NEGATIVE","score":0.1},{"label":"POSITIVE","score":0.9}],"success":true,"errors":[],"messages":[]})",
         R"([{"label":"POSITIVE","score":0.9},{"label":"NEGATIVE","score":0.1}])"}) {
        const auto reply = textclassificationcodec::decode(body);
        ASSERT_TRUE(reply) << body.toStdString();
        EXPECT_EQ(reply->labels, (QList<ClassificationReply::Label>{{QStringLiteral("POSITIVE"), 0.9, {}},
                                                                    {QStringLiteral("NEGATIVE"), 0.1, {}}}));
    }
}

TEST(TextClassificationDecode, AnythingElseIsInvalid)
{
    for (const QByteArray body :
         {"", "x", "[]", "{}", "3", R"({"result":[]})", R"({"result":null})", R"([{"label":"A"}])",
          R"([{"score":1}])", R"([{"label":5,"score":1}])", R"([["A",1]])", R"([{"label":"A","score":1})"}) {
        const auto reply = textclassificationcodec::decode(body);
        ASSERT_FALSE(reply) << body.toStdString();
        EXPECT_EQ(reply.error().kind, ErrorKind::InvalidAnswer);
    }
}

} // namespace
} // namespace orangery::test
