// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "sandbox/sandboxoptions.h"

#include <QJsonObject>
#include <QObject>
#include <QThread>
#include <QUrl>

namespace orangery {

namespace sandbox {
class Service;
}

/// An offline Workers AI on 127.0.0.1, in this process, on a thread of its own: a busy window does not slow
/// it down. Use it from the thread it was made on; every call waits for the sandbox's thread, which never
/// waits for anybody. `src/sandbox/control.h` has the same over HTTP.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    explicit Sandbox(const SandboxOptions& options = {}, QObject* parent = nullptr);
    /// Hangs up on every client.
    ~Sandbox() override;

    /// Listens and returns the port; a second call returns the same. Error: SandboxFailed, with a sentence
    /// that names the port when it is taken.
    Result<quint16> start();
    /// 0 before start().
    quint16 port() const { return m_port; }
    /// http://127.0.0.1:PORT/client/v4, to be used in place of https://api.cloudflare.com/client/v4.
    QUrl baseUrl() const;

    /// The one account: 32 hexadecimal digits.
    static QString accountId();
    /// The token of its user, as long as SandboxOptions::userToken names no other.
    static QString token();
    /// A token that the account owns; only GET /accounts/{id}/tokens/verify verifies it.
    static QString accountToken();

    /// Arms a fault (sandbox/fault.h names them) for the next `count` requests, or for all when `count` is
    /// below 1, whose path contains `path`. False: no fault has this name.
    bool setFault(const QString& fault, int count = 1, const QString& path = {});
    void clearFaults();
    void setQuotaUsed(double neurons);
    double quotaUsed() const;
    void setClockOffset(std::chrono::seconds offset);
    void setPlan(SandboxOptions::Plan plan);
    /// See SandboxOptions::omitNeuronsEvery; counting starts anew.
    void setOmitNeuronsEvery(int answers);
    /// {requests, faults, quota, booked, now}; a request has method, path, query, headers (never an
    /// authorization), authorization (bool), bodySize, body (JSON, up to 256 KiB, of the latest 8 MiB), form
    /// (a list of {name, value} or {name, fileName, mediaType, size}) and fault.
    QJsonObject state() const;
    /// Forgets requests, faults, agreed licences and what was used.
    void reset();

private:
    template <typename Function>
    void inService(Function function) const;

    QThread m_thread;
    sandbox::Service* m_service; ///< lives on m_thread; deleted when that ends
    quint16 m_port = 0;
};

} // namespace orangery
