// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace orangery {

/// Work for another thread, whose outcome comes back through the event loop; a calculation that is small
/// happens at once. One at a time; what the worker was given must be its own.
template <typename T>
class Worker
{
public:
    /// `bytes`: about how much there is to do.
    void run(qint64 bytes, std::function<T()> task, std::function<void(T)> then)
    {
        drop();
        if (bytes <= mostAtOnce)
            return then(task());
        runElsewhere(std::move(task), std::move(then));
    }
    /// Never at once, however small: it waits for something, such as a disk.
    void runElsewhere(std::function<T()> task, std::function<void(T)> then)
    {
        drop();
        const auto promise = std::make_shared<QPromise<T>>();
        m_watch = std::make_unique<QFutureWatcher<T>>();
        QObject::connect(m_watch.get(), &QFutureWatcherBase::finished, m_watch.get(),
                         [this, then = std::move(then)] {
                             const T outcome = m_watch->result();
                             const auto call = then; // dies with the watch
                             m_watch.release()->deleteLater();
                             call(outcome);
                         });
        promise->start();
        m_watch->setFuture(promise->future());
        QThreadPool::globalInstance()->start([promise, task = std::move(task)] {
            promise->addResult(task());
            promise->finish();
        });
    }
    /// What is still being calculated is thrown away.
    void drop() { m_watch.reset(); }

private:
    static constexpr qint64 mostAtOnce = 256 * 1024; ///< about a millisecond's work

    std::unique_ptr<QFutureWatcher<T>> m_watch;
};

} // namespace orangery
