// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/doctor.h"

#include "core/clock.h"
#include "net/httpclient.h"
#include "workersai/tokenjob.h"

#include <QLocale>
#include <algorithm>

namespace orangery {

namespace {

bool isOfTheWay(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::HostNotFound:
    case ErrorKind::ProxyFailed:
    case ErrorKind::TlsFailed:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TimedOut:
    case ErrorKind::RedirectRefused:
    case ErrorKind::InsecureAddress:
    case ErrorKind::NotWorkersAi:
    case ErrorKind::InvalidAnswer:
        return true;
    default:
        return false;
    }
}

Error inactive(const TokenFacts& token)
{
    Error error = Error::of(ErrorKind::TokenRefused);
    error.message =
        token.status == TokenStatus::Expired
            ? Doctor::tr("The token has expired. Create a new one, or extend it on the token page.")
            : Doctor::tr("The token is disabled. Enable it on the token page.");
    return error;
}

} // namespace

bool Diagnosis::isUsable() const
{
    const auto hasPassed = [this](Check check) {
        return std::ranges::any_of(checks, [check](const CheckOutcome& outcome) {
            return outcome.check == check && outcome.state == CheckOutcome::State::Passed;
        });
    };
    return hasPassed(Check::WorkersAi) && !accountId.isEmpty();
}

Doctor::Doctor(HttpClient& client, ApiContext api, QObject* context)
    : ResultJob(context),
      m_client(&client),
      m_api(std::move(api))
{
    m_diagnosis.accountId = m_api.accountId;
}

Doctor::~Doctor() = default;

void Doctor::start()
{
    checkToken();
}

void Doctor::abort()
{
    if (m_step) {
        m_step->disconnect(this);
        delete m_step;
    }
}

void Doctor::begin(Check check)
{
    m_began = std::chrono::steady_clock::now();
    emit checkStarted(check);
}

void Doctor::end(CheckOutcome outcome)
{
    outcome.took = since(m_began);
    m_diagnosis.checks.append(outcome);
    emit checkFinished(outcome);
}

/// The remaining checks need what just failed.
void Doctor::skipFrom(Check check)
{
    for (int next = static_cast<int>(check); next <= static_cast<int>(Check::Analytics); ++next)
        end({.check = static_cast<Check>(next), .state = CheckOutcome::State::Skipped});
    finishWith(m_diagnosis);
}

// One request answers two questions: whether the service is reached at all, and whether the token is active.
void Doctor::checkToken()
{
    begin(Check::Network);
    auto* job = new TokenJob(*m_client, m_api, this);
    m_step = job;
    connect(job, &Job::finished, this, [this, job] {
        const Result<TokenFacts>& token = job->result();
        if (!token && isOfTheWay(token.error().kind)) {
            end({.check = Check::Network, .state = CheckOutcome::State::Failed, .error = token.error()});
            return skipFrom(Check::Token);
        }
        end({.check = Check::Network, .state = CheckOutcome::State::Passed, .fact = m_api.baseUrl.host()});
        emit checkStarted(Check::Token);
        if (!token) {
            end({.check = Check::Token, .state = CheckOutcome::State::Failed, .error = token.error()});
            return skipFrom(Check::Account);
        }
        if (token->status != TokenStatus::Active) {
            end({.check = Check::Token, .state = CheckOutcome::State::Failed, .error = inactive(*token)});
            return skipFrom(Check::Account);
        }
        const QString fact =
            token->expiresOn.isNull()
                ? tr("no expiry date")
                : tr("expires on %1").arg(QLocale().toString(token->expiresOn.toLocalTime().date()));
        end({.check = Check::Token, .state = CheckOutcome::State::Passed, .fact = fact});
        checkAccount();
    });
}

// The list only helps: a token limited to Workers AI may not read it. What decides is Workers AI itself.
void Doctor::checkAccount()
{
    begin(Check::Account);
    auto* job = new AccountJob(*m_client, m_api, this);
    m_step = job;
    connect(job, &Job::finished, this, [this, job] {
        if (job->result())
            m_diagnosis.accounts = *job->result();
        const QList<RemoteAccount>& accounts = m_diagnosis.accounts;
        if (m_api.accountId.isEmpty() && accounts.size() == 1)
            m_api.accountId = accounts.first().id;
        m_diagnosis.accountId = m_api.accountId;
        if (m_api.accountId.isEmpty()) {
            Error error = Error::of(ErrorKind::NoAccount);
            error.message =
                accounts.isEmpty()
                    ? tr("The token does not show its account. Paste the account ID, or the address of "
                         "the dashboard, which contains it.")
                    : tr("The token sees several accounts. Choose the one to use.");
            end({.check = Check::Account, .state = CheckOutcome::State::Failed, .error = error});
            return skipFrom(Check::WorkersAi);
        }
        const auto known = std::ranges::find(accounts, m_api.accountId, &RemoteAccount::id);
        if (known != accounts.end())
            m_diagnosis.accountName = known->name;
        if (known == accounts.end() && !accounts.isEmpty()) {
            Error error = Error::of(ErrorKind::WrongAddress);
            error.message =
                tr("This token belongs to another account. Use the account ID of %1, or a token of the "
                   "account that you entered.")
                    .arg(accounts.first().name);
            end({.check = Check::Account, .state = CheckOutcome::State::Failed, .error = error});
            return skipFrom(Check::WorkersAi);
        }
        checkWorkersAi();
    });
}

void Doctor::checkWorkersAi()
{
    auto* job = new AccessJob(*m_client, m_api, this);
    m_step = job;
    connect(job, &Job::finished, this, [this, job] {
        const Result<void>& access = job->result();
        const bool isWrongAccount = !access && access.error().kind == ErrorKind::WrongAddress;
        if (isWrongAccount) {
            end({.check = Check::Account, .state = CheckOutcome::State::Failed, .error = access.error()});
            return skipFrom(Check::WorkersAi);
        }
        const QString name = m_diagnosis.accountName.isEmpty() ? m_api.accountId.left(6) + QChar(0x2026)
                                                               : m_diagnosis.accountName;
        end({.check = Check::Account, .state = CheckOutcome::State::Passed, .fact = name});
        emit checkStarted(Check::WorkersAi);
        if (!access) {
            end({.check = Check::WorkersAi, .state = CheckOutcome::State::Failed, .error = access.error()});
            return skipFrom(Check::Analytics);
        }
        end({.check = Check::WorkersAi, .state = CheckOutcome::State::Passed, .fact = tr("unlocks Chat")});
        checkAnalytics();
    });
}

void Doctor::checkAnalytics()
{
    begin(Check::Analytics);
    auto* job = new AnalyticsAccessJob(*m_client, m_api, this);
    m_step = job;
    connect(job, &Job::finished, this, [this, job] {
        if (job->result()) {
            end({.check = Check::Analytics,
                 .state = CheckOutcome::State::Passed,
                 .fact = tr("use by other programs can be seen")});
        } else {
            end({.check = Check::Analytics,
                 .state = CheckOutcome::State::Warning,
                 .fact = tr("optional: neurons of this program are counted, those of others cannot be seen"),
                 .error = job->result().error()});
        }
        finishWith(m_diagnosis);
    });
}

} // namespace orangery
