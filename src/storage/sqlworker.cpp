// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlworker.h"

namespace orangery {

namespace {

bool stopsOthers(ErrorKind kind)
{
    return kind == ErrorKind::StorageFull || kind == ErrorKind::StorageReadOnly ||
           kind == ErrorKind::StorageLocked || kind == ErrorKind::StorageCorrupt;
}

} // namespace

SqlWorker::SqlWorker(Opening opening, Watch watch)
    : m_opening(std::move(opening)),
      m_watch(std::move(watch)),
      m_broken(Error::of(ErrorKind::StorageFailed, QStringLiteral("the database was never opened")))
{}

Result<void> SqlWorker::open()
{
    m_connection.close();
    const auto opened = m_opening(m_connection);
    m_broken.reset();
    if (!opened) {
        m_connection.close();
        m_broken = opened.error();
    }
    m_told.reset();
    m_isPatient = true;
    return opened;
}

void SqlWorker::close()
{
    m_connection.close();
}

Result<void> SqlWorker::run(const Attempt& attempt)
{
    if (m_broken)
        return *m_broken;
    // Once waiting for a lock was in vain, each of the calls that queued up gets one try only: quitting must
    // not take two seconds for every one of them.
    const auto outcome =
        whileLocked([&] { return attempt(m_connection.database()); }, m_isPatient ? lockPatienceMs : 0);
    m_isPatient = outcome || outcome.error().kind != ErrorKind::StorageLocked;
    // A damaged file is not written to any more, while what can still be read of it is.
    if (!outcome && outcome.error().kind == ErrorKind::StorageCorrupt &&
        m_connection.access() == SqlConnection::Access::ReadWrite) {
        m_broken = outcome.error();
    }
    tell(outcome);
    return outcome;
}

void SqlWorker::tell(const Result<void>& outcome)
{
    if (!m_watch || m_told == ErrorKind::StorageCorrupt)
        return;
    if (outcome) {
        if (m_told.has_value()) {
            m_told.reset();
            m_watch(std::nullopt);
        }
    } else if (stopsOthers(outcome.error().kind) && m_told != outcome.error().kind) {
        m_told = outcome.error().kind;
        m_watch(outcome.error());
    }
}

} // namespace orangery
