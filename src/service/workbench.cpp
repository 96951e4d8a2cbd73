// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workbench.h"

#include "net/httpclient.h"
#include "service/accounts.h"
#include "service/doctor.h"
#include "service/preferences.h"
#include "service/resultcache.h"
#include "storage/database.h"

#include <QThreadPool>

namespace orangery {

namespace {

constexpr TokenUsage firstGuess{.promptTokens = 300, .completionTokens = 400};
/// A reservation older than this has lost its process: no stream lives that long.
constexpr qint64 abandonedAfterSeconds = 3600;

} // namespace

Workbench::Workbench(HttpClient& client, Database& database, Accounts& accounts, const Clock& clock,
                     QObject* parent)
    : QObject(parent),
      m_client(client),
      m_database(database),
      m_accounts(accounts),
      m_clock(clock),
      m_ledger(database),
      m_models(client, accounts, m_clock),
      m_usualChat(firstGuess)
{
    connect(&m_client, &HttpClient::serverTimeSeen, this, [this](const QDateTime& serverUtc) {
        const QDate before = m_clock.utcDay();
        m_clock.noteServerTime(serverUtc);
        if (m_clock.utcDay() != before)
            readDay();
    });
    connect(&m_models, &ModelCatalog::changed, this, &Workbench::catalogChanged);
    connect(&m_models, &ModelCatalog::failed, this, &Workbench::catalogFailed);
    connect(&m_accounts, &Accounts::currentChanged, this, &Workbench::followAccount);
    connect(&m_accounts, &Accounts::changed, this, &Workbench::readDay);
    connect(&m_database, &Database::problemChanged, this, &Workbench::readDay);
    connect(&m_database, &Database::problemChanged, this, &Workbench::storageProblemChanged);
    connect(&m_queue, &CallQueue::roomWanted, this, &Workbench::readDay);
    connect(&m_dayTimer, &QTimer::timeout, this, &Workbench::settleAbandoned);
    connect(&m_dayTimer, &QTimer::timeout, this, &Workbench::readDay);
    m_dayTimer.setSingleShot(true);
    connect(&m_database, &Database::opened, this, [this] {
        settleAbandoned();
        readDay();
        readUsualChat();
        readMeasured();
    });
    readDay();
}

Workbench::~Workbench() = default;

const std::optional<Error>& Workbench::storageProblem() const
{
    return m_database.problem();
}

void Workbench::retryStorage()
{
    m_database.reopen();
}

Doctor* Workbench::diagnose(const ApiContext& api, QObject* context)
{
    return new Doctor(m_client, api, context);
}

void Workbench::followAccount()
{
    m_quota = {};
    m_lastStep = -1;
    m_isExhaustionOverridden = false;
    m_usualChat = firstGuess;
    readDay();
    readUsualChat();
    m_models.followAccount();
}

void Workbench::settleAbandoned()
{
    m_ledger.settleAbandoned(m_clock.utcNow().addSecs(-abandonedAfterSeconds));
}

void Workbench::readDay()
{
    const std::optional<Account> account = m_accounts.current();
    const QDate day = m_clock.utcDay();
    const bool isNewDay = m_quota.resetsAt != m_clock.nextReset();
    const bool wasHardLimit = m_quota.isHardLimit;
    if (isNewDay) {
        m_quota.isExhaustedByService = false;
        m_isExhaustionOverridden = false;
        m_lastStep = -1;
        m_models.markEnded();
    }
    m_quota.resetsAt = m_clock.nextReset();
    m_quota.isHardLimit = !account || account->isHardLimited();
    if (isNewDay || (wasHardLimit && !m_quota.isHardLimit))
        m_queue.release(); // what waited for more quota
    armDayTimer();
    if (!account || m_database.problem()) {
        m_quota.isKnown = false;
        return emit quotaChanged();
    }
    m_ledger.totals(account->uuid, day, this,
                    [this, day, uuid = account->uuid](const Result<DayTotals>& totals) {
                        if (totals)
                            takeTotals(uuid, day, *totals);
                        m_queue.releaseForRoom(); // somebody may hold less than before
                    });
}

void Workbench::readUsualChat()
{
    const std::optional<Account> account = m_accounts.current();
    if (!account)
        return;
    m_ledger.usualChat(account->uuid, this, [this](const Result<std::optional<TokenUsage>>& usual) {
        if (usual && *usual)
            m_usualChat = **usual;
    });
}

void Workbench::readMeasured()
{
    constexpr int most = 2000;
    m_ledger.measured(most, this, [this](const Result<QList<Measured>>& measured) {
        if (!measured)
            return;
        m_calibration = {};
        for (auto newest = measured->crbegin(); newest != measured->crend(); ++newest)
            m_calibration.learn(*newest);
        m_ledger.countedPrompts(most, this, [this](const Result<QList<CountedPrompt>>& prompts) {
            if (!prompts)
                return;
            for (auto newest = prompts->crbegin(); newest != prompts->crend(); ++newest)
                m_calibration.learn(*newest);
        });
    });
}

void Workbench::takeTotals(const QString& accountUuid, const QDate& utcDay, const DayTotals& totals)
{
    if (!m_accounts.isCurrent(accountUuid) || utcDay != m_clock.utcDay())
        return;
    m_quota.booked = totals.booked;
    m_quota.reserved = totals.reserved;
    m_quota.saved = totals.saved;
    if (!m_isExhaustionOverridden)
        m_quota.isExhaustedByService = m_quota.isExhaustedByService || totals.isExhausted;
    m_quota.isKnown = true;
    emit quotaChanged();
    watchSteps();
}

void Workbench::noteQuotaExhausted(const QString& accountUuid)
{
    if (!m_accounts.isCurrent(accountUuid))
        return;
    m_quota.isExhaustedByService = true;
    m_isExhaustionOverridden = false;
    emit quotaChanged();
}

void Workbench::overrideExhaustion()
{
    m_isExhaustionOverridden = true;
    m_quota.isExhaustedByService = false;
    m_queue.release();
    emit quotaChanged();
}

void Workbench::keepClock(Preferences& preferences)
{
    m_clock.believe(preferences.clockOffset());
    readDay();
    // behind the constructor's own connection, which takes the time over
    connect(&m_client, &HttpClient::serverTimeSeen, this,
            [this, &preferences] { preferences.keepClockOffset(m_clock.offset()); });
}

void Workbench::setSpendingLimits(const SpendingLimits& limits)
{
    m_limits = limits;
    m_queue.releaseForRoom();
}

void Workbench::setCache(std::shared_ptr<ResultCache> cache, bool isUsed)
{
    m_cache = std::move(cache);
    m_isCacheUsed = isUsed;
}

void Workbench::forgetKeptAnswers()
{
    if (m_cache)
        QThreadPool::globalInstance()->start([cache = m_cache] { cache->clear(); });
}

void Workbench::watchSteps()
{
    constexpr int steps[] = {60, 80, 95};
    const double part = 100 * m_quota.booked.toDouble() / m_quota.allowance.toDouble();
    int passed = 0;
    for (const int step : steps) {
        if (part >= step)
            passed = step;
    }
    // what was spent before the program looked is no news
    if (m_lastStep >= 0 && passed > m_lastStep)
        emit budgetStepReached(passed);
    m_lastStep = std::max(m_lastStep, passed);
}

void Workbench::armDayTimer()
{
    // a long sleep of the computer must not delay the new day: look again at least every ten minutes
    constexpr std::chrono::seconds longest{600};
    m_dayTimer.start(
        std::clamp(m_clock.untilReset() + std::chrono::seconds(1), std::chrono::seconds(1), longest));
}

} // namespace orangery
