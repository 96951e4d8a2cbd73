// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlthread.h"

#include "storage/sqlconnection.h"
#include "storage/sqlworker.h"

#include <QPointer>
#include <QThread>

namespace orangery {

SqlThread::SqlThread(Opening opening, Watch watch)
    : m_thread(std::make_unique<QThread>()),
      m_worker(std::make_unique<SqlWorker>(std::move(opening), std::move(watch)))
{
    m_thread->setObjectName(QStringLiteral("sql"));
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
}

SqlThread::~SqlThread()
{
    // Events are handled in the order of their posting: behind this one nothing is left.
    SqlWorker* const worker = m_worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker] {
            worker->close();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    m_thread->wait();
}

void SqlThread::run(Attempt attempt, QObject* context, Answer answer)
{
    SqlWorker* const worker = m_worker.get();
    QMetaObject::invokeMethod(
        worker,
        [worker, attempt = std::move(attempt), deliver = deliverTo(context, std::move(answer))] {
            deliver(worker->run(attempt));
        },
        Qt::QueuedConnection);
}

void SqlThread::open(QObject* context, std::function<void(Result<void>)> done)
{
    SqlWorker* const worker = m_worker.get();
    QMetaObject::invokeMethod(
        worker, [worker, deliver = deliverTo(context, std::move(done))] { deliver(worker->open()); },
        Qt::QueuedConnection);
}

SqlThread::Deliver SqlThread::deliverTo(QObject* context, Answer answer)
{
    if (!context || !answer)
        return [](const Result<void>&) {};
    // Only the context's own thread can tell whether it still lives, so the way there leads through an object
    // that nobody else can delete. It goes when the answer has been given; one that is never given (that
    // thread has ended) leaves it behind, because deleting it from an event's destructor would wait for
    // itself.
    auto* const door = new QObject;
    door->moveToThread(context->thread());
    return
        [door, guard = QPointer<QObject>(context), answer = std::move(answer)](const Result<void>& outcome) {
            QMetaObject::invokeMethod(
                door,
                [door, guard, answer, outcome] {
                    door->deleteLater();
                    if (guard)
                        answer(outcome);
                },
                Qt::QueuedConnection);
        };
}

} // namespace orangery
