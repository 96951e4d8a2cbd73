// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jobcontract.h"
#include "workersai/accountjob.h"
#include "workersai/catalogjob.h"
#include "workersai/chatjob.h"
#include "workersai/tokenjob.h"
#include "workersai/wiretext.h"

namespace orangery::test {
namespace {

/// A job that takes a client, an ApiContext and its context.
template <typename JobType>
JobClass jobClass(const std::string& name, const WireReply& okReply, Outcomes expected = serviceOutcomes())
{
    return {name,
            [](const World& world) -> Job* {
                return new JobType(world.client, apiAt(world.baseUrl), world.context);
            },
            outcomeOf<JobType>, okReply, std::move(expected)};
}

JobClass chatClass(const std::string& name, const WireReply& okReply, bool isStream)
{
    return {name,
            [isStream](const World& world) -> Job* {
                ChatRequest request;
                request.model = QStringLiteral("@cf/meta/llama-3.2-1b-instruct");
                request.messages = {{ChatRole::User, QStringLiteral("Hi")}};
                request.stream = isStream;
                return new ChatJob(world.client, apiAt(world.baseUrl), Model(), request, world.context);
            },
            outcomeOf<ChatJob>, okReply, serviceOutcomes()};
}

/// Half of it holds no event that is whole: before its first text a broken stream is an error.
JobClass chatStream()
{
    return chatClass(
        "ChatStream",
        stream(
            {R"({"response":"Hello, this is a text of some length, so that half of it is short of its end"})",
             "[DONE]"}),
        true);
}

/// Half of it holds text: the break is an answer that is cut.
JobClass chatStreamWithText()
{
    JobClass job = chatClass(
        "ChatStreamWithText",
        stream({R"({"response":"Hello"})",
                R"({"response":" and the rest, which does not arrive when the line is cut"})", "[DONE]"}),
        true);
    job.expected[Case::CutMidBody] = std::nullopt;
    job.expected[Case::Stalled] = std::nullopt;
    return job;
}

JobClass chatJson()
{
    return chatClass(
        "ChatJson",
        json(envelope(R"({"response":"Hello","usage":{"prompt_tokens":1,"completion_tokens":1}})")), false);
}

JobClass catalog()
{
    return {"Catalog",
            [](const World& world) -> Job* {
                return new CatalogJob(world.client, apiAt(world.baseUrl), {}, world.context);
            },
            outcomeOf<CatalogJob>,
            json(envelope(R"([{"name":"@cf/a/b","task":{"name":"Text Generation"},"properties":[]}])")),
            serviceOutcomes()};
}

JobClass access()
{
    Outcomes expected = serviceOutcomes();
    expected[Case::Status401] = ErrorKind::PermissionMissing; // code 10000: see AccessJob
    return jobClass<AccessJob>("Access", json(envelope(R"([{"name":"@cf/a/b"}])")), expected);
}

JobClass analyticsAccess()
{
    Outcomes expected = serviceOutcomes();
    expected[Case::Status401] = ErrorKind::PermissionMissing;
    return jobClass<AnalyticsAccessJob>(
        "AnalyticsAccess", json(R"({"data":{"viewer":{"accounts":[{"aiInferenceAdaptiveGroups":[]}]}}})"),
        expected);
}

TEST_P(JobContract, Holds)
{
    run();
}

INSTANTIATE_TEST_SUITE_P(ChatStream, JobContract, everyCaseOf(chatStream()), caseName);
INSTANTIATE_TEST_SUITE_P(ChatStreamWithText, JobContract, everyCaseOf(chatStreamWithText()), caseName);
INSTANTIATE_TEST_SUITE_P(ChatJson, JobContract, everyCaseOf(chatJson()), caseName);
INSTANTIATE_TEST_SUITE_P(Catalog, JobContract, everyCaseOf(catalog()), caseName);
INSTANTIATE_TEST_SUITE_P(Token, JobContract,
                         everyCaseOf(jobClass<TokenJob>("Token",
                                                        json(envelope(R"({"id":"t","status":"active"})")))),
                         caseName);
INSTANTIATE_TEST_SUITE_P(Account, JobContract,
                         everyCaseOf(jobClass<AccountJob>("Account",
                                                          json(envelope(R"([{"id":"a","name":"A"}])")))),
                         caseName);
INSTANTIATE_TEST_SUITE_P(Access, JobContract, everyCaseOf(access()), caseName);
INSTANTIATE_TEST_SUITE_P(AnalyticsAccess, JobContract, everyCaseOf(analyticsAccess()), caseName);

} // namespace
} // namespace orangery::test
