// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/workunits.h"
#include "service/callqueue.h"
#include "storage/callrow.h"

#include <QPointer>
#include <algorithm>
#include <functional>
#include <memory>
#include <optional>

namespace orangery {

class Accounts;
class HttpClient;
class ResultCache;

/// What the Workbench lends to every call. The functions outlive it and then do nothing, or answer Canceled.
struct Door
{
    QPointer<HttpClient> client;
    QPointer<Accounts> accounts;
    QPointer<CallQueue> queue; ///< nothing: no call waits
    /// Under the limits that hold at that moment.
    std::function<void(const Reservation&, QObject*, std::function<void(Result<Grant>)>)> reserve;
    std::function<void(const Booking&)> book;
    std::function<void(const Reservation&, const Booking&)> record;
    std::function<void(const Measured&)> learn; ///< for the next estimate
    std::function<void(const CountedPrompt&)> learnTokens;
    std::function<void(const QDateTime& sentAt)> noteQuotaExhausted; ///< UTC, by the service's clock
    std::function<void(const QString& modelId)> noteMissing;         ///< the service has no such model
    std::function<bool()> isQuotaExhausted; ///< of the call's account, and the user did not override that
    /// The same as any process knows it.
    std::function<void(QObject*, std::function<void(bool)>)> askExhausted;
    std::function<QDateTime()> utcNow;                              ///< by the service's clock
    std::function<void(qint64 callId, Neurons, BookedBy)> noteCost; ///< for the request inspector
    std::shared_ptr<ResultCache> cache;                             ///< nothing: off
};

/// What a caller may say about a call.
struct CallOptions
{
    QString origin = {};  ///< which door asks: “chat”, “images”, “gateway:NAME”, …
    QString subject = {}; ///< what it is about, e.g. a conversation, for a limit of its own
    CallPriority priority = CallPriority::Interactive;
    /// Parks in place of failing where a limit of the day is reached: the quota, the allowance, the cap of
    /// its origin. It goes on tomorrow, or as soon as others free what they held. A conversation's cap counts
    /// for all time: no day gives it back, so a call that it refuses fails all the same.
    bool waitsForReset = false;
    /// For the minute, or as long as the service asked for patience; a call that would wait longer fails with
    /// RateLimited at once. Nothing: however long; CallTicket::waiting() says until when.
    std::optional<std::chrono::milliseconds> longestWait = std::nullopt;
    bool usesCache = true; ///< false: asks the service even where the answer is known
};

/// Of a call that the request inspector repeats: under the same caps, and it asks the service, whatever is
/// known.
inline CallOptions replayOptions(const CallOptions& original)
{
    return {.origin = original.origin, .subject = original.subject, .usesCache = false};
}

/// What is known of a call before it is sent.
struct CallTerms
{
    QString task; ///< the service's name for it
    QString modelId;
    std::optional<Model> model; ///< nothing: an id that was only typed
    QString accountUuid;
    CallOptions options;
    WorkUnits expected;
    int countedPrompt = 0;  ///< tokens as this program counts them; 0: nothing to compare with
    int cautiousPrompt = 0; ///< the most that they may come to
    std::optional<Neurons> estimate;
    std::optional<Neurons> most;  ///< what it can come to at worst; nothing: the estimate
    std::optional<Neurons> least; ///< what it must be allowed to be worth sending; nothing: the estimate
    double priceRatio = 1;        ///< what the model's calls come to beside the table; never below 1
    std::optional<Reservation::Rate> rate;

    /// Free models go on when the quota is used up.
    bool isPriced() const { return !estimate || std::max(*estimate, most.value_or(*estimate)) > Neurons(); }
    /// What the service counts by the minute.
    QString rateKey() const { return rate && rate->isOfModel ? modelId : task; }
};

} // namespace orangery
