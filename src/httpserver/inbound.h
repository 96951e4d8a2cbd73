// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpserver/serveroptions.h"
#include "httpserver/transfer.h"

namespace orangery {

/// One request while it comes in, on the polling thread: counts its body and decides about refusal.
class Inbound
{
public:
    Inbound(std::shared_ptr<Transfer> transfer, const ServerOptions& options)
        : m_transfer(std::move(transfer)),
          m_options(options)
    {}

    enum class Verdict { Read, RefuseNow, HangUp };

    /// Called once, when the head is complete.
    Verdict headComplete();
    /// Called for each piece of the body.
    Verdict bodyPiece(const char* data, std::size_t size);

    /// The status of a refusal, 0 when the request is accepted. The body of a refused request is read and
    /// thrown away up to ServerOptions::drainLimit: a client that is still sending when the socket closes
    /// would see a reset in place of the answer.
    int refusal() const { return m_refusal; }

    Transfer& transfer() const { return *m_transfer; }
    const std::shared_ptr<Transfer>& sharedTransfer() const { return m_transfer; }

    bool headSeen = false;
    bool dispatched = false;

private:
    const std::shared_ptr<Transfer> m_transfer;
    const ServerOptions& m_options;
    int m_refusal = 0;
    qint64 m_received = 0;
};

} // namespace orangery
