// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "workersai/accountjob.h"
#include "workersai/apicontext.h"

#include <QList>
#include <QPointer>
#include <chrono>
#include <optional>

namespace orangery {

class HttpClient;

/// One look at the token, in the order in which they run.
enum class Check { Network, Token, Account, WorkersAi, Analytics };

struct CheckOutcome
{
    enum class State { Passed, Warning, Failed, Skipped };

    Check check = Check::Network;
    State state = State::Skipped;
    QString fact = {}; ///< translated: what was found (“no expiry date”, the account's name, …)
    std::optional<Error> error = std::nullopt; ///< the cause of a warning or failure
    std::chrono::milliseconds took{0};
};

struct Diagnosis
{
    QList<CheckOutcome> checks;
    /// The account id that works: the given one, or the only one that the token sees. Empty: none.
    QString accountId;
    QString accountName;           ///< empty when the token may not read it
    QList<RemoteAccount> accounts; ///< all that the token sees; for a choice when no id was given
    bool isUsable() const;
};

/// Checks token and account step by step and spends no neurons: network reached, token active, account
/// reachable, Workers AI readable, analytics readable (optional). A failed step skips those that need it.
class Doctor : public ResultJob<Diagnosis>
{
    Q_OBJECT

public:
    Doctor(HttpClient& client, ApiContext api, QObject* context);
    ~Doctor() override;

signals:
    void checkStarted(orangery::Check check);
    void checkFinished(const orangery::CheckOutcome& outcome);

protected:
    void start() override;
    void abort() override;

private:
    void checkToken();
    void checkAccount();
    void checkWorkersAi();
    void checkAnalytics();
    void begin(Check check);
    void end(CheckOutcome outcome);
    void skipFrom(Check check);

    QPointer<HttpClient> m_client;
    ApiContext m_api;
    Diagnosis m_diagnosis;
    std::chrono::steady_clock::time_point m_began;
    QPointer<Job> m_step;
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::CheckOutcome)
