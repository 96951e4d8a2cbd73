// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/chatcall.h"

#include <QObject>

namespace orangery {

/// Asks one short question for the current account. The windows' seam to Workbench::chat().
class FirstQuestion : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The model that will answer; empty: the catalog offers none.
    virtual QString modelName() const = 0;
    /// What asking `text` will cost; nothing: price unknown.
    virtual std::optional<Neurons> estimate(const QString& text) const = 0;
    /// Sends `text`; a running question is stopped first.
    virtual void ask(const QString& text) = 0;
    /// Ends the running question; finished() follows with ErrorKind::Canceled.
    virtual void stop() = 0;

signals:
    /// A further piece of the reply.
    void textArrived(const QString& piece);
    /// The service asked for patience; the next try follows after `pause`.
    void retrying(const orangery::Error& error, std::chrono::milliseconds pause, int attempt);
    void finished(const orangery::Result<orangery::ChatOutcome>& outcome);
    /// Model or price changed (the catalog arrived, the quota moved).
    void changed();
};

} // namespace orangery
