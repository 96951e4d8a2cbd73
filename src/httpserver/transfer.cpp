// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/transfer.h"

#include <algorithm>
#include <cstring>
#include <microhttpd.h>
#include <poll.h>
#include <sys/socket.h>

namespace orangery {

Transfer::Transfer(MHD_Connection* connection, int socket, qint64 pendingLimit, Notify notify)
    : m_connection(connection),
      m_socket(socket),
      m_pendingLimit(pendingLimit),
      m_notify(std::move(notify))
{}

void Transfer::arrived()
{
    m_notify(shared_from_this(), Event::Arrived);
}

Transfer::Step Transfer::next(Head& head)
{
    const std::lock_guard lock(m_mutex);
    if (m_end == End::Abort || m_over)
        return Step::HangUp;
    if (!m_begun) {
        suspend();
        return Step::Wait;
    }
    head = std::move(m_head);
    m_head = {};
    return Step::Answer;
}

qint64 Transfer::read(char* buffer, qint64 size)
{
    bool drained = false;
    qint64 done = 0;
    {
        const std::lock_guard lock(m_mutex);
        if (m_end == End::Abort || m_over)
            return MHD_CONTENT_READER_END_WITH_ERROR;
        while (done < size && !m_chunks.empty()) {
            const QByteArray& chunk = m_chunks.front();
            const qint64 part = std::min<qint64>(size - done, chunk.size() - m_offset);
            std::memcpy(buffer + done, chunk.constData() + m_offset, static_cast<std::size_t>(part));
            done += part;
            m_offset += part;
            if (m_offset == chunk.size()) {
                m_chunks.pop_front();
                m_offset = 0;
            }
        }
        m_pending -= done;
        if (done == 0) {
            if (m_end == End::Cut)
                return MHD_CONTENT_READER_END_WITH_ERROR;
            if (m_end == End::Complete)
                return MHD_CONTENT_READER_END_OF_STREAM;
            suspend();
            return 0;
        }
        if (m_wantDrained && m_pending <= lowWater) {
            m_wantDrained = false;
            drained = true;
        }
    }
    if (drained)
        m_notify(shared_from_this(), Event::Drained);
    return done;
}

void Transfer::completed(bool ok)
{
    Event event = ok ? Event::Completed : Event::Broken;
    {
        const std::lock_guard lock(m_mutex);
        // An end that the owner asked for is not a hang-up of the client.
        if (m_end == End::Cut || m_end == End::Abort)
            event = Event::Completed;
        m_over = true;
        m_suspended = false;
        m_connection = nullptr;
        m_chunks.clear();
        m_pending = 0;
    }
    m_notify(shared_from_this(), event);
}

bool Transfer::begin(Head head)
{
    const std::lock_guard lock(m_mutex);
    if (m_over || m_begun || m_end != End::No)
        return false;
    if (head.whole)
        m_end = End::Complete;
    m_head = std::move(head);
    m_begun = true;
    wake();
    return true;
}

bool Transfer::write(const QByteArray& bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_over || m_end != End::No)
        return false;
    if (bytes.isEmpty())
        return true;
    m_chunks.push_back(bytes);
    m_pending += bytes.size();
    if (m_pending > m_pendingLimit) {
        m_over = true; // for the owner: the client is gone
        hangUp();
        return false;
    }
    if (m_pending > highWater)
        m_wantDrained = true;
    if (m_begun)
        wake();
    return true;
}

void Transfer::finish()
{
    const std::lock_guard lock(m_mutex);
    // Without a head there is nothing to complete: the client must not take it for an answer.
    if (m_end == End::No)
        m_end = m_begun ? End::Complete : End::Abort;
    wake();
}

void Transfer::cut()
{
    const std::lock_guard lock(m_mutex);
    if (m_end == End::No)
        m_end = m_begun ? End::Cut : End::Abort;
    wake();
}

void Transfer::abort()
{
    const std::lock_guard lock(m_mutex);
    m_end = End::Abort;
    hangUp();
}

qint64 Transfer::pending() const
{
    const std::lock_guard lock(m_mutex);
    return m_pending;
}

void Transfer::endIfPeerLeft()
{
    const std::lock_guard lock(m_mutex);
    // Only a suspended connection keeps its socket open for sure while this thread looks at it.
    if (!m_suspended)
        return;
    pollfd entry{m_socket, POLLRDHUP, 0};
    if (::poll(&entry, 1, 0) <= 0)
        return;
    // completed() must still report this as the client's hang-up, so m_end stays as it was.
    m_over = true;
    wake();
}

void Transfer::expire()
{
    const std::lock_guard lock(m_mutex);
    m_over = true;
    hangUp();
}

void Transfer::suspend()
{
    m_suspended = true;
    MHD_suspend_connection(m_connection);
}

void Transfer::wake()
{
    if (!m_suspended)
        return;
    m_suspended = false;
    MHD_resume_connection(m_connection);
}

void Transfer::hangUp()
{
    // Suspended, it ends at the next step. Otherwise it may be waiting for a client that does not read, and
    // only the socket's end moves it; until completed() the descriptor is surely this connection's.
    if (m_suspended)
        wake();
    else if (m_connection)
        ::shutdown(m_socket, SHUT_RDWR);
}

} // namespace orangery
