// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "service/doctor.h"

#include <QObject>

namespace orangery {

/// Looks at a token and tells step by step what was found. The windows' seam to Workbench::diagnose().
class TokenCheck : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins; an earlier look that still runs is dropped without a word.
    virtual void start(const ApiContext& api) = 0;
    /// Drops the running look; nothing more is emitted for it.
    virtual void stop() = 0;

signals:
    void checkStarted(orangery::Check check);
    void checkFinished(const orangery::CheckOutcome& outcome);
    void finished(const orangery::Result<orangery::Diagnosis>& diagnosis);
};

} // namespace orangery
