// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/onboarding/fakeaccounts.h"
#include "gui/onboarding/tokencheck.h"

namespace orangery::test {

/// A doctor whose findings the test tells.
class FakeCheck final : public TokenCheck
{
    Q_OBJECT

public:
    using TokenCheck::TokenCheck;

    void start(const ApiContext& api) override { asked.append(api); }
    void stop() override { ++stops; }

    /// Runs through `outcomes` as the doctor does.
    void report(const QList<CheckOutcome>& outcomes, Diagnosis diagnosis = {})
    {
        for (const CheckOutcome& outcome : outcomes) {
            if (outcome.state != CheckOutcome::State::Skipped)
                emit checkStarted(outcome.check);
            emit checkFinished(outcome);
        }
        diagnosis.checks = outcomes;
        emit finished(diagnosis);
    }
    /// Four pass, analytics cannot be read.
    void reportUsable(const QString& accountId = someId(), const QString& name = QStringLiteral("Hofgarten"));

    QList<ApiContext> asked;
    int stops = 0;
};

inline CheckOutcome passed(Check check, const char* fact, int ms)
{
    CheckOutcome outcome;
    outcome.check = check;
    outcome.state = CheckOutcome::State::Passed;
    outcome.fact = QString::fromUtf8(fact);
    outcome.took = std::chrono::milliseconds(ms);
    return outcome;
}

inline CheckOutcome bad(Check check, CheckOutcome::State state, ErrorKind kind, int code = 0)
{
    CheckOutcome outcome;
    outcome.check = check;
    outcome.state = state;
    outcome.error = Error::of(kind);
    outcome.error->code = code;
    return outcome;
}

inline CheckOutcome skipped(Check check)
{
    CheckOutcome outcome;
    outcome.check = check;
    return outcome;
}

inline void FakeCheck::reportUsable(const QString& accountId, const QString& name)
{
    Diagnosis diagnosis;
    diagnosis.accountId = accountId;
    diagnosis.accountName = name;
    report({passed(Check::Network, "api.cloudflare.com", 84), passed(Check::Token, "no expiry date", 112),
            passed(Check::Account, qPrintable(name), 97), passed(Check::WorkersAi, "unlocks Chat", 131),
            bad(Check::Analytics, CheckOutcome::State::Warning, ErrorKind::PermissionMissing, 10000)},
           diagnosis);
}

} // namespace orangery::test
