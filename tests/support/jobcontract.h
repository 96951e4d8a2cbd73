// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "net/httpclient.h"
#include "support/testserver.h"

#include <gtest/gtest.h>
#include <map>
#include <ostream>
#include <string>
#include <tuple>
#include <vector>

namespace orangery::test {

/// The ways in which the far side or the caller can treat a job. The first part needs a row in
/// JobClass::expected; the rest ends as the contract in core/job.h says, whatever the class.
enum class Case {
    Ok,
    Status400,   ///< code 3003
    Status401,   ///< code 10000
    Status403,   ///< code 5018
    Status404,   ///< code 3042
    Status408,   ///< code 3007
    Status413,   ///< code 3006
    QuotaUsedUp, ///< 429, code 3036
    Busy,        ///< 429, code 3040
    Status500,   ///< no code
    BadJson,     ///< 200, JSON that ends in its middle
    Empty,       ///< 200 without a body
    WrongType,   ///< 200, a page of HTML
    CutMidBody,
    Stalled, ///< half the Ok answer, then silence
    CancelBefore,
    CancelDuring,
    CancelAfter,
    CancelInSignal, ///< in the slot of its first data signal
    DeletedInSignal,
    ContextDeletedBefore,
    ContextDeleted,
    ClientDeletedBefore,
    ClientDeleted
};

/// What a job is made of: created anew for each case.
struct World
{
    HttpClient& client;
    QUrl baseUrl;     ///< of the test server; any path below it is answered
    QObject* context; ///< the job's parent
    QObject* scope;   ///< outlives the job: parent for what the job needs besides
};

/// How a case must end: nothing for success.
using Outcome = std::optional<ErrorKind>;
using Outcomes = std::map<Case, Outcome>;

/// One job class under the contract.
struct JobClass
{
    std::string name;
    std::function<Job*(const World&)> make;
    std::function<Outcome(const Job&)> outcome; ///< read within finished(); outcomeOf<MyJob>
    WireReply okReply;                          ///< with a body of two bytes at least
    Outcomes expected;
    /// Looks at what the job has left behind in World::scope; nothing: no look.
    std::function<void(const QObject& scope, Case)> after = {};
};

/// For jobs that know no service: every status is a result.
Outcomes transportOutcomes();
/// For jobs that understand the answers of Workers AI (API.md §19), retries or not.
Outcomes serviceOutcomes();

template <typename JobType>
Outcome outcomeOf(const Job& job)
{
    const auto& result = static_cast<const JobType&>(job).result();
    return result ? Outcome() : Outcome(result.error().kind);
}

/// In a test file:
///     TEST_P(JobContract, Holds) { run(); }
///     INSTANTIATE_TEST_SUITE_P(MyJob, JobContract, everyCaseOf(myJobClass()), caseName);
class JobContract : public testing::TestWithParam<std::tuple<JobClass, Case>>
{
protected:
    void run();
};

testing::internal::ParamGenerator<std::tuple<JobClass, Case>>
everyCaseOf(const std::vector<JobClass>& classes);
inline auto everyCaseOf(const JobClass& jobClass)
{
    return everyCaseOf(std::vector{jobClass});
}
std::string caseName(const testing::TestParamInfo<std::tuple<JobClass, Case>>& info);
std::ostream& operator<<(std::ostream& out, const JobClass& jobClass);

} // namespace orangery::test
