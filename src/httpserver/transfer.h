// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpserver/serverrequest.h"

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

struct MHD_Connection;

namespace orangery {

/// What the server's polling thread and the thread of the Exchange share for one request.
/// The polling thread calls what is under "polling thread", the owner the rest; a mutex stands between.
class Transfer : public std::enable_shared_from_this<Transfer>
{
    Q_DISABLE_COPY_MOVE(Transfer)

public:
    enum class Event { Arrived, Drained, Completed, Broken };
    using Notify = std::function<void(const std::shared_ptr<Transfer>&, Event)>;

    struct Head
    {
        int status = 200;
        HeaderList headers;
        QByteArray body;    ///< of an answer in one piece
        bool whole = false; ///< true: `body` is all; false: chunks follow
        qint64 length = -1; ///< announced length of a chunked answer; -1: unknown
    };
    enum class Step { Wait, Answer, HangUp };

    Transfer(MHD_Connection* connection, int socket, qint64 pendingLimit, Notify notify);

    /// Complete before Event::Arrived, constant afterwards.
    ServerRequest request;

    // Polling thread
    void arrived();
    /// What to do with a connection whose request is complete. Wait: it was suspended.
    Step next(Head& head);
    /// Bytes for the wire, or one of microhttpd's end marks. 0: the connection was suspended.
    qint64 read(char* buffer, qint64 size);
    void completed(bool ok);

    // Owner
    bool begin(Head head);
    bool write(const QByteArray& bytes);
    void finish();
    void cut();
    void abort();
    qint64 pending() const;
    /// Ends the transfer when its client closed the connection while nothing was being written: the
    /// server does not poll a suspended connection, so this is how a hang-up is seen before the next write.
    void endIfPeerLeft();
    /// Ends the transfer for a deadline; the owner hears of it as of a client that left.
    void expire();

    static constexpr qint64 highWater = 256 * 1024;
    static constexpr qint64 lowWater = 64 * 1024;

private:
    enum class End { No, Complete, Cut, Abort };

    void suspend();
    void wake();
    void hangUp();

    mutable std::mutex m_mutex;
    MHD_Connection* m_connection;
    const int m_socket;
    const qint64 m_pendingLimit;
    const Notify m_notify;
    Head m_head;
    std::deque<QByteArray> m_chunks;
    qint64 m_offset = 0; ///< bytes of the first chunk that were read
    qint64 m_pending = 0;
    End m_end = End::No;
    bool m_begun = false;
    bool m_suspended = false;
    bool m_wantDrained = false;
    bool m_over = false;
};

} // namespace orangery
