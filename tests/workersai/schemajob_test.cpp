// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/schemajob.h"

#include "net/httpclient.h"
#include "support/waitfor.h"
#include "workersai/wiretext.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

class SchemaJobTest : public testing::Test
{
protected:
    Result<ParameterSet> run(const WireReply& reply, const ParameterSet& known = {})
    {
        TestServer server([&](const WireRequest& request) {
            m_target = request.target;
            return reply;
        });
        Model model;
        model.id = u"@cf/a/b"_s;
        model.parameters = known;
        std::optional<Result<ParameterSet>> result;
        auto* job = new SchemaJob(m_client, apiAt(server.url("/client/v4")), model, &m_context);
        QObject::connect(job, &SchemaJob::finished, &m_context, [&, job] { result = job->result(); });
        EXPECT_TRUE(waitFor([&] { return result.has_value(); }));
        return *result;
    }

    HttpClient m_client;
    QObject m_context;
    QByteArray m_target;
};

TEST_F(SchemaJobTest, ReadsWhatTheServiceAnswers)
{
    const auto parameters = run(json(envelope(
        R"({"input":{"properties":{"steps":{"type":"integer","maximum":8}}},"output":{"type":"object"}})")));
    ASSERT_TRUE(parameters);
    ASSERT_TRUE(parameters->has(u"steps"));
    EXPECT_EQ(parameters->find(u"steps")->maximum, 8);
    EXPECT_EQ(m_target,
              QByteArray("/client/v4/accounts/") + accountId + "/ai/models/schema?model=%40cf%2Fa%2Fb");
}

TEST_F(SchemaJobTest, KeepsTheKnownTransport)
{
    const ParameterSet known(ParameterSet::Transport::RawAudio, {{.name = u"image"_s}});
    const auto parameters = run(
        json(envelope(R"({"input":{"properties":{"image":{"type":"array","items":{"type":"number"}}}}})")),
        known);
    ASSERT_TRUE(parameters);
    EXPECT_EQ(parameters->transport(), ParameterSet::Transport::RawAudio);
}

TEST_F(SchemaJobTest, ReadsAVeryLargeOne)
{
    QByteArray properties;
    for (int i = 0; i < 5'000; ++i)
        properties +=
            "\"p" + QByteArray::number(i) +
            R"(":{"anyOf":[{"type":"string","description":"a text about nothing much"},{"type":"null"}]},)";
    const auto parameters =
        run(json(envelope(R"({"input":{"properties":{)" + properties.chopped(1) + "}}}")));
    ASSERT_TRUE(parameters);
    EXPECT_EQ(parameters->parameters().size(), 5'000);
}

TEST_F(SchemaJobTest, AnUnknownModelIsAnError)
{
    const auto refused = run(json(failure(6002, "Model not found"), 404));
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().kind, ErrorKind::InvalidAnswer);
    EXPECT_EQ(refused.error().code, 6002);
}

TEST_F(SchemaJobTest, WhatIsNoSchemaIsAnInvalidAnswer)
{
    for (const QByteArray result : {"null", "[]", "{}", R"({"input":{}})", R"({"output":{}})"}) {
        const auto refused = run(json(envelope(result)));
        ASSERT_FALSE(refused) << result.constData();
        EXPECT_EQ(refused.error().kind, ErrorKind::InvalidAnswer);
    }
}

} // namespace
} // namespace orangery::test
