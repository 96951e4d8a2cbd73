// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/model.h"
#include "core/tasks/chat.h"
#include "service/quota.h"
#include "storage/ledger.h"
#include "workersai/apicontext.h"

#include <QPointer>
#include <QTimer>
#include <chrono>
#include <functional>

namespace orangery {

class Accounts;
class ChatJob;
class HttpClient;

/// What a text generation came to.
struct ChatOutcome
{
    ChatReply reply;
    TokenUsage usage;          ///< reported, else estimated from the texts
    Neurons neurons;           ///< booked
    bool isReported = false;   ///< by the service; false: from usage and price
    int maxTokens = 0;         ///< as sent
    bool wasShortened = false; ///< `maxTokens` was lowered so as not to pass the allowance
    std::chrono::milliseconds latency{0};
    std::chrono::milliseconds firstToken{0};
};

/// One text generation through the door: account → budget → send (tried again while no text came) → book.
/// Made by Workbench. Canceling or destroying it books what had arrived.
class ChatCall : public ResultJob<ChatOutcome>
{
    Q_OBJECT

public:
    /// What the Workbench lends to a call; the functions outlive it.
    struct Setting
    {
        QPointer<HttpClient> client;
        QPointer<Accounts> accounts;
        std::function<void(Reservation, QObject*, std::function<void(Result<DayTotals>)>)> reserve;
        std::function<void(const Booking&)> book;
        std::function<void()> noteQuotaExhausted;
        std::function<QDateTime()> utcNow; ///< by the service's clock
        std::optional<Model> model;        ///< nothing: an id that was only typed
        QString accountUuid;
        QString origin;
        std::optional<Neurons> estimate;
        std::optional<Neurons> limit; ///< today's, when nothing may be sent past it
    };

    /// The least that an answer is worth being asked for, in tokens.
    static constexpr int leastTokens = 256;

    ChatCall(Setting setting, ChatRequest request, QObject* context);
    ~ChatCall() override;

    /// Known as soon as the call was made; nothing: the price is not known.
    const std::optional<Neurons>& estimate() const { return m_setting.estimate; }
    /// The row of the ledger.
    qint64 callId() const { return m_callId; }
    /// What had come when the call failed or was stopped, as booked. Valid in finished().
    const ChatOutcome& partialOutcome() const { return m_outcome; }

signals:
    void deltaReceived(const orangery::ChatDelta& delta);
    /// The service asked for patience; try number `attempt` follows after `pause`.
    void retrying(const orangery::Error& error, std::chrono::milliseconds pause, int attempt);

protected:
    void start() override;
    void abort() override;

private:
    void reserve(Neurons amount, std::optional<Neurons> least);
    bool shorten(Neurons others);
    void send();
    void take(const ChatDelta& delta);
    void concludeTry();
    void settle(const Error* error);

    Setting m_setting;
    ChatRequest m_request;
    ApiContext m_api;
    ChatOutcome m_outcome;
    QTimer m_pause;
    ChatJob* m_job = nullptr;
    std::chrono::steady_clock::time_point m_sentAt;
    std::chrono::steady_clock::time_point m_reservedAt;
    QDateTime m_believedStart; ///< UTC; by the clock as it was known before the service told the time
    qint64 m_callId = 0;
    int m_tries = 0;
    bool m_isReserving = false;
    bool m_isReserved = false;
    bool m_wasSent = false;
};

} // namespace orangery
