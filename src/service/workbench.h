// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"
#include "core/tasks/chat.h"
#include "service/quota.h"
#include "service/quotaclock.h"
#include "storage/ledger.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <optional>

namespace orangery {

class Accounts;
class CatalogJob;
class ChatCall;
class Database;
class Doctor;
class HttpClient;
struct ApiContext;

/// The one door to Workers AI: budget → send → book. Cheap; each thread that calls the service has one, and
/// what they share is the database.
class Workbench : public QObject
{
    Q_OBJECT

public:
    Workbench(HttpClient& client, Database& database, Accounts& accounts, const Clock& clock,
              QObject* parent = nullptr);
    ~Workbench() override;

    /// A text generation for the current account. `origin` names the door that asked (“chat”, “onboarding”).
    ChatCall* chat(const ChatRequest& request, const QString& origin, QObject* context);
    /// What `request` will cost: its texts, and the usual length of an answer (the median of the last 50).
    /// Nothing while the model's price is not known.
    std::optional<Neurons> estimate(const ChatRequest& request) const;
    /// Tokens of the user's usual exchange; until there are some, a guess.
    const TokenUsage& usualChat() const { return m_usualChat; }

    const Catalog& catalog() const { return m_catalog; }
    /// Asks the service for its catalog; catalogChanged() or catalogFailed() follows.
    void refreshCatalog();

    const Quota& quota() const { return m_quota; }
    const QuotaClock& clock() const { return m_clock; }

    /// Why nothing can be saved; nothing when all is well.
    const std::optional<Error>& storageProblem() const;
    /// Tries again, after the user has mended the cause; storageProblemChanged() follows.
    void retryStorage();

    /// Looks at a token that may not be saved yet.
    Doctor* diagnose(const ApiContext& api, QObject* context);

signals:
    void quotaChanged();
    void catalogChanged();
    void catalogFailed(const orangery::Error& error);
    void storageProblemChanged();

private:
    void followAccount();
    void settleAbandoned();
    void readDay();
    void readUsualChat();
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
    Quota m_quota;
    TokenUsage m_usualChat;
    QTimer m_dayTimer;
    QPointer<CatalogJob> m_catalogJob;
};

} // namespace orangery
