// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "service/callticket.h"

#include <QByteArray>
#include <functional>
#include <random>

class QObject;

namespace orangery {
class Workbench;
}

namespace orangery::test {

/// What one call of the mixture came to.
struct MixedOutcome
{
    QString task;
    QString model;
    bool isSuccess = false;
    Error error;
    CallCost cost;
};

/// Makes calls of every task whose price both sides can compute to the last digit, also when the answer tells
/// no neurons; which comes next is drawn from `seed`. Two models are left out, because nothing in their
/// answers says what they are billed by: distilbert's tokens, the seconds that melotts speaks.
class MixedCalls
{
public:
    MixedCalls(Workbench& workbench, unsigned seed);

    /// The only one whose answers are streamed, and are always.
    static QString streamingModel();

    /// Begins one; `done` is called whenever the call says that it has ended.
    void next(QObject* context, const std::function<void(const MixedOutcome&)>& done);

private:
    using Done = std::function<void(const MixedOutcome&)>;
    using Start = std::function<void(QObject*, const Done&)>;

    void add(int weight, Start start);
    template <typename Request>
    void begin(const QString& task, const Request& request, QObject* context, const Done& done);
    void chat(const QString& model, bool stream, QObject* context, const Done& done);
    void addTexts();
    void addMedia();
    int draw(int below) { return int(m_random() % unsigned(below)); }
    QString sentence();

    Workbench& m_workbench;
    std::mt19937 m_random;
    std::vector<std::pair<int, Start>> m_starts;
    int m_weights = 0;
    QByteArray m_picture; ///< a PNG
    QByteArray m_sound;   ///< one second of WAV
};

} // namespace orangery::test
