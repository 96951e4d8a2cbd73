// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/tasks/chat.h"
#include "service/cachedchat.h"
#include "service/callticket.h"
#include "workersai/apicontext.h"
#include "workersai/worker.h"

#include <QPointer>
#include <QTimer>
#include <chrono>

namespace orangery {

class ChatJob;

/// What a text generation came to.
struct ChatOutcome
{
    ChatReply reply;
    TokenUsage usage;          ///< reported, else estimated from the texts
    Neurons neurons;           ///< booked
    bool isReported = false;   ///< by the service; false: from usage and price
    bool isCached = false;     ///< the answer was known; nothing was sent
    int maxTokens = 0;         ///< as sent
    bool wasShortened = false; ///< `maxTokens` was lowered so as not to pass a limit
    std::chrono::milliseconds latency{0};
    std::chrono::milliseconds firstToken{0};
};

/// One text generation through the door: account → cache → queue → budget → send (tried again while that
/// can help and cannot cost twice) → book → cache. Made by Workbench. Canceling or destroying it books what
/// had arrived.
class ChatCall : public ResultJob<ChatOutcome>
{
    Q_OBJECT

public:
    /// The least that an answer is worth being asked for, in tokens.
    static constexpr int leastTokens = 256;

    ChatCall(Door door, CallTerms terms, Model model, ChatRequest request, QObject* context);
    ~ChatCall() override;

    /// Known as soon as the call was made; nothing: the price is not known.
    const std::optional<Neurons>& estimate() const { return m_ticket->terms().estimate; }
    /// The row of the ledger.
    qint64 callId() const { return m_ticket->callId(); }
    /// For its place in the queue.
    const CallTicket& ticket() const { return *m_ticket; }
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
    void lookUp();
    void admit();
    void shorten(Neurons held);
    void send();
    void sendAgain();
    void take(const ChatDelta& delta);
    void takeCached(const ChatReply& reply, Neurons cost);
    void concludeTry();
    CallCost settle(const Error* error);
    void fail(const Error& error);
    bool hasText() const;
    void keepPartial();
    QByteArray cacheKey() const;

    Door m_door;
    CallTicket* m_ticket;
    Model m_model;
    ChatRequest m_request;
    int m_wantedTokens; ///< `maxTokens` before it was shortened
    ApiContext m_api;
    ChatOutcome m_outcome;
    Worker<std::optional<cachedchat::Known>> m_lookUp;
    QTimer m_pause;
    ChatJob* m_job = nullptr;
    bool m_mayHaveRun = false; ///< a failed try that may be billed
    bool m_isLost = false;     ///< of that nothing came
    std::chrono::steady_clock::time_point m_sentAt;
};

} // namespace orangery
