// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/batchqueue.h"
#include "sandbox/catalog.h"
#include "sandbox/fault.h"
#include "sandbox/finetunestore.h"
#include "sandbox/ledger.h"
#include "sandbox/promptcache.h"
#include "sandbox/sandboxoptions.h"

#include <QJsonObject>
#include <QSet>
#include <deque>

namespace orangery::sandbox {

/// Everything that changes while a sandbox runs. Used on its service thread only.
class State
{
public:
    explicit State(const SandboxOptions& options);

    const Catalog& catalog() const { return m_catalog; }
    Ledger& ledger() { return m_ledger; }
    const Ledger& ledger() const { return m_ledger; }

    SandboxOptions options;

    /// The sandbox's own clock, UTC.
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(options.clockOffset.count()); }
    double usedToday() const { return m_ledger.usedOn(now().date()); }
    bool quotaIsUsedUp() const
    {
        return options.plan == SandboxOptions::Plan::Free && usedToday() >= options.dailyNeurons;
    }

    /// Whether the answer that is about to be made tells its neurons; counts towards every n-th.
    bool nextTellsNeurons();
    /// See SandboxOptions::omitNeuronsEvery; counting starts anew.
    void omitNeurons(int everyAnswers);

    /// Counts from 1: makes the pictures differ that are asked for without a seed.
    quint64 nextVariant() { return ++m_variants; }

    QSet<QString> agreedLicences;
    PromptCache promptCache;
    BatchQueue batches;
    FinetuneStore finetunes;

    /// The next `count` requests (below 1: all, until cleared) whose path contains `path` meet the fault.
    void arm(const Fault& fault, const QString& text, int count, const QString& path);
    void clearFaults() { m_armed.clear(); }
    /// The fault for a request to `path`, counted as used; none when nothing is armed for it.
    Fault takeFault(const QString& path);

    void record(const ServerRequest& request, const QString& faultText);
    /// {requests, quota, booked {calls, neurons, exact, models}, lost (the same of calls whose cost a fault
    /// kept back), faults}; the value of an authorization header is
    /// never among it.
    QJsonObject describe() const;

    /// Forgets requests, faults, licences, prompts, batches, finetunes, and what was used.
    void reset();

private:
    struct Armed
    {
        Fault fault;
        QString text;
        int left; ///< below 0: no end
        QString path;
    };

    struct Recorded
    {
        QJsonObject entry;
        qsizetype bodyBytes; ///< of `body` in it, 0 without one
    };

    const Catalog m_catalog;
    Ledger m_ledger;
    std::vector<Armed> m_armed;
    std::deque<Recorded> m_requests;
    qsizetype m_keptBytes = 0; ///< of the requests' bodies
    qint64 m_answers = 0;
    quint64 m_variants = 0;
};

} // namespace orangery::sandbox
