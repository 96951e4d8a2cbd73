// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QSqlDatabase>
#include <functional>
#include <memory>
#include <optional>

class QThread;

namespace orangery {

class SqlConnection;
class SqlWorker;

/// One connection in a thread of its own; work runs in the order in which it was posted. The destructor lets
/// everything that was posted come to its end first, so that nothing accepted is lost on quitting.
class SqlThread
{
public:
    /// Opens the connection, in the database thread.
    using Opening = std::function<Result<void>(SqlConnection&)>;
    /// Told, in the database thread, of the first call that fails for a reason that will stop others, too
    /// (StorageFull, StorageReadOnly, StorageLocked, StorageCorrupt), and of the first success after it
    /// (nothing).
    using Watch = std::function<void(const std::optional<Error>&)>;

    /// Starts the thread. open() comes before any call.
    explicit SqlThread(Opening opening, Watch watch = {});
    ~SqlThread();
    Q_DISABLE_COPY_MOVE(SqlThread)

    /// Runs `work` in the database thread and `done` with its outcome in the thread of `context`, if that
    /// still lives. Without a context the outcome is dropped. Callable from any thread. When the connection
    /// cannot be opened, `done` gets that error (StorageFull, StorageReadOnly, StorageLocked, …).
    ///
    /// Work that ends in StorageLocked runs again, for two seconds at most, so it must leave nothing behind
    /// when it fails: a single statement or a Transaction does that.
    template <typename T>
    void call(std::function<Result<T>(QSqlDatabase&)> work, QObject* context,
              std::function<void(Result<T>)> done)
    {
        const auto outcome = std::make_shared<std::optional<Result<T>>>();
        auto attempt = [work = std::move(work), outcome](QSqlDatabase& database) -> Result<void> {
            outcome->emplace(work(database));
            return **outcome ? Result<void>() : Result<void>((*outcome)->error());
        };
        Answer answer;
        if (done) {
            answer = [done = std::move(done), outcome](const Result<void>& ran) {
                done(ran ? std::move(**outcome) : Result<T>(ran.error()));
            };
        }
        run(std::move(attempt), context, std::move(answer));
    }

    /// Opens the connection; one that is open is closed first. While the last attempt failed, every call
    /// answers with its error.
    void open(QObject* context, std::function<void(Result<void>)> done);

private:
    using Attempt = std::function<Result<void>(QSqlDatabase&)>;
    using Answer = std::function<void(const Result<void>&)>;
    using Deliver = std::function<void(const Result<void>&)>;
    void run(Attempt attempt, QObject* context, Answer answer);
    static Deliver deliverTo(QObject* context, Answer answer);

    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<SqlWorker> m_worker; ///< lives in m_thread
};

} // namespace orangery
