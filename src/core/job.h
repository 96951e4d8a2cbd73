// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <optional>

namespace orangery {

/// Asynchronous work that happens once.
///
/// - It starts on the next turn of the event loop of the thread that made it, and lives in that thread.
/// - It emits exactly one finished(), after all data signals, then deletes itself.
/// - cancel() is legal in every state and any number of times; a running job then ends in finished() with
///   ErrorKind::Canceled. Before the start, nothing is begun.
/// - Its parent is the caller's context. Destroying a running job stops the work and emits nothing; each
///   derived class releases what it holds in its own destructor.
///
/// Derived classes inherit ResultJob<T>, which adds `const Result<T>& result()`.
class Job : public QObject
{
    Q_OBJECT

public:
    ~Job() override;

    /// Ends the job with ErrorKind::Canceled, synchronously. Does nothing once it has finished.
    void cancel();
    bool isFinished() const { return m_state == State::Finished; }

signals:
    /// The result stands. Emitted once, by this class alone.
    void finished();

protected:
    explicit Job(QObject* context);

    /// Begins the work.
    virtual void start() = 0;
    /// Stops the work at once and silently: no call back into the job may follow.
    virtual void abort() = 0;
    /// Stores the outcome of a canceled job.
    virtual void storeError(Error error) = 0;
    /// For ResultJob: the result has been stored.
    void conclude();
    bool isRunning() const { return m_state == State::Running; }

private:
    void begin();

    enum class State { Waiting, Running, Finished };
    State m_state = State::Waiting;
};

/// A Job whose outcome is a `Result<T>`.
template <typename T>
class ResultJob : public Job
{
public:
    /// Valid from finished() until the event loop turns again.
    const Result<T>& result() const { return *m_result; }

protected:
    using Job::Job;

    /// Ends the job with this outcome. The work has come to its end; abort() is not called. A second call is
    /// ignored.
    void finishWith(Result<T> result)
    {
        if (isFinished())
            return;
        m_result = std::move(result);
        conclude();
    }
    void storeError(Error error) final { m_result = Result<T>(std::move(error)); }

private:
    std::optional<Result<T>> m_result;
};

} // namespace orangery
