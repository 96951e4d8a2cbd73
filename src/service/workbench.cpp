// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workbench.h"

#include "core/pricebook.h"
#include "net/httpclient.h"
#include "service/accounts.h"
#include "service/chatcall.h"
#include "service/chatestimate.h"
#include "service/doctor.h"
#include "storage/database.h"
#include "workersai/catalogjob.h"

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
      m_bundled(bundledCatalog()),
      m_catalog(m_bundled),
      m_usualChat(firstGuess)
{
    connect(&m_client, &HttpClient::serverTimeSeen, this, [this](const QDateTime& serverUtc) {
        const QDate before = m_clock.utcDay();
        m_clock.noteServerTime(serverUtc);
        if (m_clock.utcDay() != before)
            readDay();
    });
    connect(&m_accounts, &Accounts::currentChanged, this, &Workbench::followAccount);
    connect(&m_accounts, &Accounts::changed, this, &Workbench::readDay);
    connect(&m_database, &Database::problemChanged, this, &Workbench::readDay);
    connect(&m_database, &Database::problemChanged, this, &Workbench::storageProblemChanged);
    connect(&m_dayTimer, &QTimer::timeout, this, &Workbench::settleAbandoned);
    connect(&m_dayTimer, &QTimer::timeout, this, &Workbench::readDay);
    m_dayTimer.setSingleShot(true);
    connect(&m_database, &Database::opened, this, [this] {
        settleAbandoned();
        readDay();
        readUsualChat();
    });
    readDay();
}

Workbench::~Workbench() = default;

ChatCall* Workbench::chat(const ChatRequest& request, const QString& origin, QObject* context)
{
    const std::optional<Account> account = m_accounts.current();
    const QPointer<Workbench> self(this);
    ChatCall::Setting setting;
    setting.client = &m_client;
    setting.accounts = &m_accounts;
    setting.reserve = [self](const Reservation& reservation, QObject* caller,
                             std::function<void(Result<DayTotals>)> done) {
        if (!self)
            return done(Error::of(ErrorKind::Canceled));
        self->m_ledger.reserve(
            reservation, caller, [self, reservation, done](const Result<DayTotals>& totals) {
                if (self && totals)
                    self->takeTotals(reservation.accountUuid, reservation.startedAt.date(), *totals);
                done(totals);
            });
    };
    setting.book = [self](const Booking& booking) {
        if (!self)
            return;
        // the sums are those of the call's own account and day, which may no longer be the shown ones
        self->m_ledger.book(booking, self, [self](const Result<DayTotals>&) {
            self->readDay();
            self->readUsualChat();
        });
    };
    setting.noteQuotaExhausted = [self, uuid = account ? account->uuid : QString()] {
        if (self)
            self->noteQuotaExhausted(uuid);
    };
    setting.utcNow = [self, &local = m_clock.local()] {
        return self ? self->m_clock.utcNow() : local.utcNow();
    };
    if (const Model* model = m_catalog.find(request.model))
        setting.model = *model;
    setting.accountUuid = account ? account->uuid : QString();
    setting.origin = origin;
    setting.estimate = estimate(request);
    if (m_quota.isHardLimit)
        setting.limit = m_quota.allowance;
    return new ChatCall(std::move(setting), request, context);
}

std::optional<Neurons> Workbench::estimate(const ChatRequest& request) const
{
    const Model* model = m_catalog.find(request.model);
    if (!model)
        return std::nullopt;
    return pricebook::chat(*model,
                           {.promptTokens = promptTokens(request),
                            .completionTokens = std::min(m_usualChat.completionTokens, request.maxTokens)});
}

void Workbench::refreshCatalog()
{
    if (m_catalogJob)
        m_catalogJob->cancel();
    const std::optional<Account> account = m_accounts.current();
    if (!account)
        return;
    m_accounts.resolve(account->uuid, this, [this, uuid = account->uuid](const Result<ApiContext>& api) {
        const std::optional<Account> current = m_accounts.current();
        if (!current || current->uuid != uuid)
            return;
        if (!api)
            return emit catalogFailed(api.error());
        auto* job = new CatalogJob(m_client, *api, m_bundled, this);
        m_catalogJob = job;
        connect(job, &Job::finished, this, [this, job] {
            if (job->result()) {
                m_catalog = *job->result();
                emit catalogChanged();
            } else if (job->result().error().kind != ErrorKind::Canceled) {
                emit catalogFailed(job->result().error());
            }
        });
    });
}

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
    m_usualChat = firstGuess;
    readDay();
    readUsualChat();
    refreshCatalog();
}

void Workbench::settleAbandoned()
{
    m_ledger.settleAbandoned(m_clock.utcNow().addSecs(-abandonedAfterSeconds));
}

void Workbench::readDay()
{
    const std::optional<Account> account = m_accounts.current();
    const QDate day = m_clock.utcDay();
    if (m_quota.resetsAt != m_clock.nextReset())
        m_quota.isExhaustedByService = false;
    m_quota.resetsAt = m_clock.nextReset();
    m_quota.isHardLimit = !account || account->plan == Plan::Free || account->neverPay;
    armDayTimer();
    if (!account || m_database.problem()) {
        m_quota.isKnown = false;
        return emit quotaChanged();
    }
    m_ledger.totals(account->uuid, day, this,
                    [this, day, uuid = account->uuid](const Result<DayTotals>& totals) {
                        if (totals)
                            takeTotals(uuid, day, *totals);
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

bool Workbench::isCurrent(const QString& accountUuid) const
{
    const std::optional<Account> account = m_accounts.current();
    return account && account->uuid == accountUuid;
}

void Workbench::takeTotals(const QString& accountUuid, const QDate& utcDay, const DayTotals& totals)
{
    if (!isCurrent(accountUuid) || utcDay != m_clock.utcDay())
        return;
    m_quota.booked = totals.booked;
    m_quota.reserved = totals.reserved;
    m_quota.isKnown = true;
    emit quotaChanged();
}

void Workbench::noteQuotaExhausted(const QString& accountUuid)
{
    if (!isCurrent(accountUuid))
        return;
    m_quota.isExhaustedByService = true;
    emit quotaChanged();
}

void Workbench::armDayTimer()
{
    // a long sleep of the computer must not delay the new day: look again at least every ten minutes
    constexpr std::chrono::seconds longest{600};
    m_dayTimer.start(
        std::clamp(m_clock.untilReset() + std::chrono::seconds(1), std::chrono::seconds(1), longest));
}

} // namespace orangery
