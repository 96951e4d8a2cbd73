// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tasks/batch.h"

#include <QByteArray>

#include <optional>

/// The asynchronous queue on the wire (API.md §11). Pure.
namespace orangery::batchcodec {

/// What the service says of a batch.
struct Ticket : ServiceFacts
{
    enum class State { Queued, Running, Done };

    State state = State::Queued;
    QString requestId;             ///< as given with the first answer
    QList<BatchReply::Item> items; ///< in the request's order; of one that is done
};

/// The most bytes that a body may have.
inline constexpr qsizetype mostBytes = 10'000'000;

/// `{requests: [{…, external_reference?}]}`. InvalidInput for no items and for a body that is no JSON object;
/// TooLarge for more than `mostBytes`.
Result<QByteArray> encode(const BatchRequest& request);
/// The question how far a batch is.
QByteArray encodePoll(const QString& requestId);

/// With `request` every item of it is there, a missing one as failed, and has its reference. InvalidAnswer
/// for what is neither a state nor a list of answers, and for answers that belong to no item.
Result<Ticket> decode(const QByteArray& body, const std::optional<BatchRequest>& request);

} // namespace orangery::batchcodec
