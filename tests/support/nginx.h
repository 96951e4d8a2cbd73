// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/testcertificates.h"

#include <QList>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace orangery::test {

/// A real nginx on loopback that speaks TLS and HTTP/2 in front of another server, as the service's own front
/// does: a request is taken whole before it is passed on, an answer is passed on as it comes. It needs no
/// rights, writes into a temporary folder only, and does not outlive this process.
class Nginx
{
public:
    struct Options
    {
        quint16 upstreamPort = 0;
        TestCertificates::Files certificate;
        int callsPerConnection = 1000;              ///< then nginx says GOAWAY
        qint64 mostBodyBytes = 100LL * 1024 * 1024; ///< of a request; more is 413 with a page
    };
    /// One line of the access log.
    struct Access
    {
        QString protocol; ///< HTTP/2.0, HTTP/1.1
        int status = 0;
        QString method;
        QString path;
        qint64 connection = 0;
        qint64 requestBytes = 0; ///< head and body
    };

    explicit Nginx(Options options);
    ~Nginx();
    Q_DISABLE_COPY_MOVE(Nginx)

    /// Returns when it accepts connections. Empty: it does; else why not.
    QString start();
    /// Ends it in good order; both logs are complete then.
    void stop();
    /// All of it at once, in the middle of whatever it does: of that the access log says nothing.
    void kill();
    bool wasKilled() const { return m_wasKilled; }
    /// What `nginx -s reload` does: new workers listen, old ones finish what they have and take nothing new.
    /// False when that did not come about.
    bool reload();

    quint16 port() const { return m_port; }
    /// https://HOST:PORT
    QUrl url(const QString& host = QStringLiteral("127.0.0.1")) const;
    QList<Access> accesses() const;
    QString errorLog() const;

private:
    QString tryPort(quint16 port);
    QByteArray configuration(quint16 port) const;

    Options m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_wasKilled = false;
};

} // namespace orangery::test
