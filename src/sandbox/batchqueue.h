// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/reply.h"

#include <QDateTime>
#include <QHash>
#include <chrono>
#include <memory>

namespace orangery::sandbox {

/// One request of a batch, already checked by its task.
struct BatchItem
{
    QString reference; ///< the caller's own; null: none
    Reply reply;       ///< a refusal, an answer, or one that is still to be made
};

/// The requests that wait, run and have run. API.md §11.
class BatchQueue
{
public:
    /// Returns the request id.
    QString add(const QString& model, std::vector<BatchItem> items, const QDateTime& now, bool tellsNeurons);

    /// `queued` for the first half of `wait`, `running` for the second, then the responses. The first answer
    /// with them carries the cost of all. A refusal for an id that `model` has no batch of.
    Reply poll(const QString& id, const QString& model, const QDateTime& now,
               std::chrono::milliseconds wait) const;

    void clear() { *this = {}; }

private:
    struct Batch;

    QHash<QString, std::shared_ptr<Batch>> m_batches;
    QStringList m_order; ///< oldest first
    qint64 m_count = 0;
};

} // namespace orangery::sandbox
