// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"
#include "core/tasks/chat.h"
#include "service/calibration.h"
#include "service/door.h"
#include "service/quota.h"
#include "service/quotaclock.h"
#include "service/spendinglimits.h"
#include "storage/ledger.h"
#include "workersai/worker.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <optional>

namespace orangery {

class CatalogJob;
class ChatCall;
class Database;
class Doctor;
struct ApiContext;

/// The one door to Workers AI: cache → queue → budget → send → book. Cheap; each thread that calls the
/// service has one, and what they share is the database.
class Workbench : public QObject
{
    Q_OBJECT

public:
    Workbench(HttpClient& client, Database& database, Accounts& accounts, const Clock& clock,
              QObject* parent = nullptr);
    ~Workbench() override;
    /// A text generation for the current account. Every other task: service/run.h.
    ChatCall* chat(const ChatRequest& request, const CallOptions& options, QObject* context);
    /// What `request` will cost: its texts, and the usual length of an answer (the median of the last 50).
    /// Nothing while the model's price is not known.
    std::optional<Neurons> estimate(const ChatRequest& request) const;
    /// By the published table, corrected by what such calls really came to.
    std::optional<Neurons> priceOf(const Model& model, const WorkUnits& work) const;
    /// Tokens of the user's usual exchange; until there are some, a guess.
    const TokenUsage& usualChat() const { return m_usualChat; }

    const Catalog& catalog() const { return m_catalog; }
    /// The catalog's entry, or for an id that was only typed one with nothing but the id.
    Model modelOf(const QString& id) const;
    /// One of the same task that may be tried when this model has no room (3040): open to the plan, able to
    /// do the same, and of those the one with the lowest price.
    std::optional<Model> alternativeTo(const QString& modelId) const;
    /// Asks the service for its catalog; catalogChanged() or catalogFailed() follows.
    void refreshCatalog();

    const Quota& quota() const { return m_quota; }
    /// Sends although the service said that today's quota is used up, until it says so again.
    void overrideExhaustion();
    void setSpendingLimits(const SpendingLimits& limits) { m_limits = limits; }
    /// Where the catalog is kept between runs, with its date.
    void setCatalogFolder(const QString& folder);
    /// Where answers that always come out the same are kept; nothing: off.
    void setCache(std::shared_ptr<ResultCache> cache) { m_cache = std::move(cache); }

    /// For the calls of service/run.h.
    Door door();
    CallTerms terms(const QString& task, const Model& model, const CallOptions& options,
                    const WorkUnits& expected) const;
    const QuotaClock& clock() const { return m_clock; }
    /// Why nothing can be saved; nothing when all is well.
    const std::optional<Error>& storageProblem() const;
    /// Tries again, after the user has mended the cause; storageProblemChanged() follows.
    void retryStorage();
    /// Looks at a token that may not be saved yet.
    Doctor* diagnose(const ApiContext& api, QObject* context);

signals:
    void quotaChanged();
    /// Today has just passed 60, 80 or 95 % of the allowance; each once a day.
    void budgetStepReached(int percent);
    void catalogChanged();
    void catalogFailed(const orangery::Error& error);
    void storageProblemChanged();

private:
    void followAccount();
    void settleAbandoned();
    void readKeptCatalog();
    void takeCatalog(const Catalog& catalog, const QString& accountUuid);
    void readDay();
    void readUsualChat();
    void readMeasured();
    void watchSteps();
    bool isCurrent(const QString& accountUuid) const;
    void takeTotals(const QString& accountUuid, const QDate& utcDay, const DayTotals& totals);
    void noteQuotaExhausted(const QString& accountUuid);
    void armDayTimer();

    HttpClient& m_client;
    Database& m_database;
    Accounts& m_accounts;
    QuotaClock m_clock;
    Ledger m_ledger;
    Catalog m_bundled;
    Catalog m_catalog;
    QString m_catalogFolder;
    Worker<Result<Catalog>> m_keptCatalog;
    Quota m_quota;
    TokenUsage m_usualChat;
    CallQueue m_queue;
    Calibration m_calibration;
    SpendingLimits m_limits;
    std::shared_ptr<ResultCache> m_cache;
    int m_lastStep = -1; ///< percent; −1: the day was not read yet
    bool m_isExhaustionOverridden = false;
    QTimer m_dayTimer;
    QPointer<CatalogJob> m_catalogJob;
};

} // namespace orangery
