// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreeingdoor.h"
#include "batchfixture.h"
#include "service/batchcall.h"

namespace orangery::test {

namespace {

JobClass batchCallClass()
{
    JobClass job;
    job.name = "BatchCall";
    job.make = [](const World& world) -> Job* {
        auto* scope = new AgreeingScope(world);
        return new BatchCall(scope->door(), AgreeingScope::terms(), Model{}, BatchShop::texts(1),
                             world.context);
    };
    job.outcome = outcomeOf<BatchCall>;
    job.okReply = {.body = R"({"result":{"request_id":"r1","responses":[{"id":0,"result":{"data":[[1]]},)"
                           R"("success":true}]},"success":true,"errors":[],"messages":[]})"};
    job.expected = serviceOutcomes();
    return job;
}

} // namespace

INSTANTIATE_TEST_SUITE_P(BatchCall, JobContract, everyCaseOf(batchCallClass()), caseName);

} // namespace orangery::test
