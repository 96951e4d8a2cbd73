// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatcall.h"

#include "agreeingdoor.h"
#include "support/jobcontract.h"
#include "support/workshop.h"

namespace orangery::test {

namespace {

/// What a call needs besides the client: an account at the test server, and a ledger that always agrees.
class Scope final : public QObject
{
public:
    Scope(const QUrl& baseUrl, QObject* parent)
        : QObject(parent),
          accounts(Workshop::account(), {baseUrl, Workshop::account().accountId, SecretString("contract")})
    {}

    OneAccount accounts;
};

Job* makeCall(const World& world)
{
    auto* scope = new Scope(world.baseUrl, world.scope);
    CallTerms terms;
    terms.accountUuid = Workshop::account().uuid;
    terms.options.origin = QStringLiteral("test");
    return new ChatCall(agreeingDoor(world.client, scope->accounts), terms, Model{},
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
