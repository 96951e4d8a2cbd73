// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpserver/serverrequest.h"

#include <QObject>
#include <memory>

namespace orangery {

class Transfer;

/// One request and the way to answer it. Lives on the thread of its Server, which owns it; it deletes itself
/// after `finished` or `clientGone`, exactly one of which comes. Deleting it earlier hangs up.
///
/// Answer in one piece with answer(), or with begin(), any number of write()s, and finish().
class Exchange : public QObject
{
    Q_OBJECT

public:
    explicit Exchange(std::shared_ptr<Transfer> transfer, QObject* parent = nullptr);
    ~Exchange() override;

    const ServerRequest& request() const;
    /// False once the answer is complete or the client is gone; everything below is then without effect.
    bool isOpen() const { return m_open; }

    /// The whole answer. `Content-Length` and, unless given, `Date` are added.
    void answer(int status, const HeaderList& headers, const QByteArray& body);

    /// The head of an answer whose body follows. `length` -1: sent as chunks.
    void begin(int status, const HeaderList& headers, qint64 length = -1);
    /// Queues a piece of the body, in order. False: nobody reads it any more (the client left, or more than
    /// ServerOptions::pendingLimit bytes wait for it, which hangs up).
    bool write(const QByteArray& bytes);
    /// The body is complete.
    void finish();

    /// Hangs up after what is queued was sent, without the end of the body: a broken answer, on purpose.
    void cut();
    /// Hangs up at once.
    void abort();

    /// Bytes written and not yet taken by the connection. Above highWater pause until `drained`.
    qint64 bytesPending() const;
    static const qint64 highWater;

signals:
    /// bytesPending() fell from above highWater to a quarter of it or less.
    void drained();
    /// The connection ended before the answer did: a hang-up, a deadline, or the server stopped.
    void clientGone();
    /// The answer left in full, or was ended by cut() or abort().
    void finished();

private:
    friend class Server;
    void end(bool complete);

    const std::shared_ptr<Transfer> m_transfer;
    bool m_open = true;
    bool m_ended = false;
};

} // namespace orangery
