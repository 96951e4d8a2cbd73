// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/job.h"

#include <QMetaObject>

namespace orangery {

Job::Job(QObject* context) : QObject(context)
{
    QMetaObject::invokeMethod(this, &Job::begin, Qt::QueuedConnection);
}

Job::~Job() = default;

void Job::begin()
{
    if (m_state != State::Waiting)
        return;
    m_state = State::Running;
    start();
}

void Job::cancel()
{
    if (m_state == State::Finished)
        return;
    if (m_state == State::Running)
        abort();
    storeError(Error::of(ErrorKind::Canceled));
    conclude();
}

void Job::conclude()
{
    if (m_state == State::Finished)
        return;
    m_state = State::Finished;
    deleteLater();
    emit finished();
}

} // namespace orangery
