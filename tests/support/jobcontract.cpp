// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jobcontract.h"

#include "support/signallog.h"
#include "support/waitfor.h"

#include <QPointer>
#include <QTimer>
#include <array>
#include <memory>

namespace orangery::test {

namespace {

using Way = WireReply::Way;

struct CaseFacts
{
    Case id;
    const char* name;
    int status; ///< 0: the Ok answer, treated as `way` says
    int code;
    Way way;
};

constexpr std::array cases = {
    CaseFacts{Case::Ok, "Ok", 0, 0, Way::Whole},
    CaseFacts{Case::Status400, "Status400", 400, 3003, Way::Whole},
    CaseFacts{Case::Status401, "Status401", 401, 10000, Way::Whole},
    CaseFacts{Case::Status403, "Status403", 403, 5018, Way::Whole},
    CaseFacts{Case::Status404, "Status404", 404, 3042, Way::Whole},
    CaseFacts{Case::Status408, "Status408", 408, 3007, Way::Whole},
    CaseFacts{Case::Status413, "Status413", 413, 3006, Way::Whole},
    CaseFacts{Case::QuotaUsedUp, "QuotaUsedUp", 429, 3036, Way::Whole},
    CaseFacts{Case::Busy, "Busy", 429, 3040, Way::Whole},
    CaseFacts{Case::Status500, "Status500", 500, 0, Way::Whole},
    CaseFacts{Case::BadJson, "BadJson", 200, 0, Way::Whole},
    CaseFacts{Case::Empty, "Empty", 200, 0, Way::Whole},
    CaseFacts{Case::WrongType, "WrongType", 200, 0, Way::Whole},
    CaseFacts{Case::CutMidBody, "CutMidBody", 0, 0, Way::Cut},
    CaseFacts{Case::Stalled, "Stalled", 0, 0, Way::StallMidBody},
    CaseFacts{Case::CancelBefore, "CancelBefore", 0, 0, Way::Whole},
    CaseFacts{Case::CancelDuring, "CancelDuring", 0, 0, Way::StallBeforeHead},
    CaseFacts{Case::CancelAfter, "CancelAfter", 0, 0, Way::Whole},
    CaseFacts{Case::CancelInSignal, "CancelInSignal", 0, 0, Way::Whole},
    CaseFacts{Case::DeletedInSignal, "DeletedInSignal", 0, 0, Way::Whole},
    CaseFacts{Case::ContextDeletedBefore, "ContextDeletedBefore", 0, 0, Way::Whole},
    CaseFacts{Case::ContextDeleted, "ContextDeleted", 0, 0, Way::StallBeforeHead},
    CaseFacts{Case::ClientDeletedBefore, "ClientDeletedBefore", 0, 0, Way::Whole},
    CaseFacts{Case::ClientDeleted, "ClientDeleted", 0, 0, Way::StallBeforeHead},
};

const CaseFacts& factsOf(Case id)
{
    return cases[static_cast<size_t>(id)];
}

WireReply replyFor(const CaseFacts& facts, const WireReply& okReply)
{
    WireReply reply = okReply;
    if (facts.status == 0) {
        if (facts.way != Way::Whole)
            reply.way = facts.way;
        return reply;
    }
    reply = {};
    reply.status = facts.status;
    const QByteArray code = facts.code ? "\"code\":" + QByteArray::number(facts.code) + "," : QByteArray();
    switch (facts.id) {
    case Case::BadJson:
        reply.body = R"({"result":{"response":"Hel)";
        break;
    case Case::Empty:
        break;
    case Case::WrongType:
        reply.contentType = "text/html";
        reply.body = "<!DOCTYPE html><html><title>Welcome</title></html>";
        break;
    default:
        reply.headers = {{"retry-after", "0"}}; // a job that tries again does so at once
        reply.body =
            R"({"result":null,"success":false,"errors":[{)" + code + R"("message":"No."}],"messages":[]})";
    }
    return reply;
}

/// Lets whatever a job still had in mind happen.
void settle()
{
    bool isOver = false;
    QTimer::singleShot(20, qApp, [&] { isOver = true; });
    waitFor([&] { return isOver; });
}

/// One job, watched from its making to its end.
struct Trial
{
    Trial(const JobClass& jobClass, Case id)
        : server(replyFor(factsOf(id), jobClass.okReply)),
          client(std::make_unique<HttpClient>()),
          context(std::make_unique<QObject>())
    {
        if (id == Case::Stalled)
            client->setTimeoutCeiling(std::chrono::milliseconds(150));
        job = jobClass.make({*client, server.url({}), context.get(), &scope});
        log = std::make_unique<SignalLog>(job);
        log->onSignal = [this, &jobClass](const QByteArray& name) {
            if (name == "finished") {
                outcome = jobClass.outcome(*job);
                job->cancel(); // legal in every state, and must change nothing now
                EXPECT_EQ(jobClass.outcome(*job), outcome);
            } else if (onData) {
                std::exchange(onData, nullptr)();
            }
        };
    }

    qsizetype finishes() const { return log->names().count("finished"); }
    bool isGone() const { return job.isNull(); }
    void waitForRequest()
    {
        ASSERT_TRUE(waitFor([&] { return !server.requests().isEmpty(); })) << "no request arrived";
    }

    void expectOneFinish(Outcome expected) const
    {
        ASSERT_EQ(finishes(), 1);
        EXPECT_EQ(log->names().last().toStdString(), "finished");
        EXPECT_EQ(outcome, expected);
        EXPECT_TRUE(isGone()) << "the job did not delete itself";
    }

    QObject scope;
    TestServer server;
    std::unique_ptr<HttpClient> client;
    std::unique_ptr<QObject> context;
    QPointer<Job> job;
    std::unique_ptr<SignalLog> log;
    Outcome outcome;
    std::function<void()> onData;
};

void runToItsEnd(Trial& trial, Outcome expected)
{
    ASSERT_TRUE(waitFor([&] { return trial.isGone(); }));
    settle();
    trial.expectOneFinish(expected);
}

/// Silence: no signal after `heard`, and what was under way has stopped.
void expectSilence(Trial& trial, qsizetype heard, bool wasUnderWay)
{
    settle();
    EXPECT_TRUE(trial.isGone());
    EXPECT_EQ(trial.log->names().size(), heard);
    if (wasUnderWay)
        EXPECT_TRUE(waitFor([&] { return trial.server.hangUps() > 0; })) << "the request was not stopped";
    else
        EXPECT_TRUE(trial.server.requests().isEmpty()) << "something was begun";
}

/// Does to the job what the case says, and looks at how it ended.
void treat(Trial& trial, const JobClass& jobClass, Case id)
{
    EXPECT_TRUE(trial.log->names().isEmpty()) << "a job must not begin before the event loop turns";
    const auto expected = jobClass.expected.find(id);

    switch (id) {
    case Case::CancelBefore:
        trial.job->cancel();
        runToItsEnd(trial, ErrorKind::Canceled);
        EXPECT_TRUE(trial.server.requests().isEmpty());
        break;
    case Case::CancelDuring:
        trial.waitForRequest();
        trial.job->cancel();
        EXPECT_EQ(trial.finishes(), 1) << "cancel() ends the job at once";
        runToItsEnd(trial, ErrorKind::Canceled);
        EXPECT_TRUE(waitFor([&] { return trial.server.hangUps() > 0; })) << "the request was not stopped";
        break;
    case Case::CancelAfter:
        ASSERT_TRUE(waitFor([&] { return trial.finishes() > 0 || trial.isGone(); }));
        if (trial.job)
            trial.job->cancel();
        runToItsEnd(trial, jobClass.expected.at(Case::Ok));
        break;
    case Case::CancelInSignal: {
        bool hasData = false;
        trial.onData = [&] {
            hasData = true;
            trial.job->cancel();
        };
        ASSERT_TRUE(waitFor([&] { return trial.isGone(); }));
        settle();
        trial.expectOneFinish(hasData ? Outcome(ErrorKind::Canceled) : jobClass.expected.at(Case::Ok));
        break;
    }
    case Case::DeletedInSignal: {
        bool hasData = false;
        trial.onData = [&] {
            hasData = true;
            delete trial.job;
        };
        ASSERT_TRUE(waitFor([&] { return trial.isGone(); }));
        settle();
        if (hasData)
            EXPECT_EQ(trial.log->names().size(), 1);
        else
            trial.expectOneFinish(jobClass.expected.at(Case::Ok));
        break;
    }
    case Case::ContextDeletedBefore:
        trial.context.reset();
        expectSilence(trial, 0, false);
        break;
    case Case::ContextDeleted: {
        trial.waitForRequest();
        const qsizetype heard = trial.log->names().size();
        trial.context.reset();
        expectSilence(trial, heard, true);
        break;
    }
    case Case::ClientDeletedBefore:
    case Case::ClientDeleted:
        if (id == Case::ClientDeleted)
            trial.waitForRequest();
        trial.client.reset();
        runToItsEnd(trial,
                    expected == jobClass.expected.end() ? Outcome(ErrorKind::Canceled) : expected->second);
        break;
    default:
        ASSERT_NE(expected, jobClass.expected.end()) << "no row for " << factsOf(id).name;
        runToItsEnd(trial, expected->second);
    }
}

} // namespace

void JobContract::run()
{
    const auto& [jobClass, id] = GetParam();
    Trial trial(jobClass, id);
    treat(trial, jobClass, id);
    if (jobClass.after)
        jobClass.after(trial.scope, id);
}

Outcomes transportOutcomes()
{
    Outcomes outcomes;
    for (const CaseFacts& facts : cases) {
        if (facts.id <= Case::WrongType)
            outcomes[facts.id] = std::nullopt;
    }
    outcomes[Case::CutMidBody] = ErrorKind::ConnectionLost;
    outcomes[Case::Stalled] = ErrorKind::TimedOut;
    return outcomes;
}

Outcomes serviceOutcomes()
{
    Outcomes outcomes = transportOutcomes();
    outcomes[Case::Status400] = ErrorKind::BadRequest;
    outcomes[Case::Status401] = ErrorKind::TokenRefused;
    outcomes[Case::Status403] = ErrorKind::NotAllowed;
    outcomes[Case::Status404] = ErrorKind::NoSuchModel;
    outcomes[Case::Status408] = ErrorKind::TimedOut;
    outcomes[Case::Status413] = ErrorKind::TooLarge;
    outcomes[Case::QuotaUsedUp] = ErrorKind::QuotaExhausted;
    outcomes[Case::Busy] = ErrorKind::Busy;
    outcomes[Case::Status500] = ErrorKind::ServiceFailed;
    outcomes[Case::BadJson] = ErrorKind::InvalidAnswer;
    outcomes[Case::Empty] = ErrorKind::InvalidAnswer;
    outcomes[Case::WrongType] = ErrorKind::NotWorkersAi;
    return outcomes;
}

testing::internal::ParamGenerator<std::tuple<JobClass, Case>>
everyCaseOf(const std::vector<JobClass>& classes)
{
    std::vector<Case> ids;
    ids.reserve(std::size(cases));
    for (const CaseFacts& facts : cases)
        ids.push_back(facts.id);
    return testing::Combine(testing::ValuesIn(classes), testing::ValuesIn(ids));
}

std::string caseName(const testing::TestParamInfo<std::tuple<JobClass, Case>>& info)
{
    return factsOf(std::get<Case>(info.param)).name;
}

std::ostream& operator<<(std::ostream& out, const JobClass& jobClass)
{
    return out << jobClass.name;
}

} // namespace orangery::test
