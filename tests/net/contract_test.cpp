// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpjob.h"
#include "net/streamjob.h"
#include "support/jobcontract.h"

namespace orangery::test {
namespace {

template <typename JobType>
JobClass transportJob(const char* name)
{
    const auto make = [](const World& world) -> Job* {
        HttpRequest request;
        request.method = "POST";
        request.url = world.baseUrl.resolved(QUrl(QStringLiteral("/answer")));
        request.body = "{}";
        return new JobType(world.client, request, world.context);
    };
    return {
        name, make, outcomeOf<JobType>, {.status = 200, .body = R"({"result":"fine"})"}, transportOutcomes()};
}

TEST_P(JobContract, Holds)
{
    run();
}

INSTANTIATE_TEST_SUITE_P(HttpJob, JobContract, everyCaseOf(transportJob<HttpJob>("HttpJob")), caseName);
INSTANTIATE_TEST_SUITE_P(StreamJob, JobContract, everyCaseOf(transportJob<StreamJob>("StreamJob")), caseName);

} // namespace
} // namespace orangery::test
