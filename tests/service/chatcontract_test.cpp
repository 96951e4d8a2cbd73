// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatcall.h"

#include "agreeingdoor.h"

namespace orangery::test {

namespace {

Job* makeCall(const World& world)
{
    auto* scope = new AgreeingScope(world);
    return new ChatCall(scope->door(), AgreeingScope::terms(), Model{},
                        Workshop::request(QStringLiteral("Hello")), world.context);
}

JobClass chatCallClass()
{
    JobClass job;
    job.name = "ChatCall";
    job.make = makeCall;
    job.outcome = outcomeOf<ChatCall>;
    job.okReply = {.body =
                       R"({"result":{"response":"Hello","usage":{"prompt_tokens":1,"completion_tokens":1}},)"
                       R"("success":true,"errors":[],"messages":[]})"};
    job.expected = serviceOutcomes();
    return job;
}

} // namespace

TEST_P(JobContract, Holds)
{
    run();
}
INSTANTIATE_TEST_SUITE_P(ChatCall, JobContract, everyCaseOf(chatCallClass()), caseName);

} // namespace orangery::test
