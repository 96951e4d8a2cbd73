// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"
#include "service/calibration.h"
#include "service/door.h"
#include "service/inspector.h"
#include "service/modelcatalog.h"
#include "service/quota.h"
#include "service/quotaclock.h"
#include "service/spendinglimits.h"
#include "storage/ledger.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <optional>

namespace orangery {

class CallTicket;
class ChatCall;
class Database;
class Doctor;
class Preferences;
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

    ModelCatalog& models() { return m_models; }
    const Catalog& catalog() const { return m_models.catalog(); }
    Model modelOf(const QString& id) const { return m_models.modelOf(id); }
    /// One of the same task that may be tried when this model has no room (3040): open to the plan, able to
    /// do the same, and of those the one with the lowest price.
    std::optional<Model> alternativeTo(const QString& modelId) const;
    void refreshCatalog() { m_models.refresh(); } ///< catalogChanged() or catalogFailed() follows

    const Quota& quota() const { return m_quota; }
    /// Sends although the service said that today's quota is used up, until it says so again.
    void overrideExhaustion();
    void setSpendingLimits(const SpendingLimits& limits);
    /// Where answers that always come out the same are kept, and whether that is done.
    void setCache(std::shared_ptr<ResultCache> cache, bool isUsed = true);
    void forgetKeptAnswers(); ///< also when they are not used

    /// Hears of every call and what it cost; outlives this workbench or is nothing. May live in another
    /// thread.
    void setInspector(Inspector* inspector) { m_inspector = inspector; }
    void offerReplay(const CallTicket& ticket, const Inspector::Replay& replay);

    Door door(); ///< for the calls of service/run.h
    CallTerms terms(const QString& task, const Model& model, const CallOptions& options,
                    const WorkUnits& expected) const;
    const QuotaClock& clock() const { return m_clock; }
    void keepClock(Preferences& preferences); ///< over restarts; they outlive this; GUI thread
    /// Why nothing can be saved; nothing when all is well.
    const std::optional<Error>& storageProblem() const;
    void retryStorage(); ///< after the user has mended the cause; storageProblemChanged() follows
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
    WorkUnits expectedChat(const ChatRequest& request) const;
    void followAccount();
    void settleAbandoned();
    void readDay();
    void readUsualChat();
    void readMeasured();
    void watchSteps();
    void takeTotals(const QString& accountUuid, const QDate& utcDay, const DayTotals& totals);
    void noteQuotaExhausted(const QString& accountUuid);
    void armDayTimer();

    HttpClient& m_client;
    Database& m_database;
    Accounts& m_accounts;
    QuotaClock m_clock;
    Ledger m_ledger;
    ModelCatalog m_models;
    Quota m_quota;
    TokenUsage m_usualChat;
    CallQueue m_queue;
    Calibration m_calibration;
    SpendingLimits m_limits;
    std::shared_ptr<ResultCache> m_cache;
    bool m_isCacheUsed = false;
    int m_lastStep = -1; ///< percent; −1: the day was not read yet
    bool m_isExhaustionOverridden = false;
    QTimer m_dayTimer;
    QPointer<Inspector> m_inspector;
};

} // namespace orangery
