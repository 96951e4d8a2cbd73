// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/testcertificates.h"

#include <QProcess>
#include <QTemporaryDir>

namespace orangery::bench {

/// nginx with TLS and HTTP/2 on loopback, in front of a server there. Says in the header x-protocol which
/// protocol it was spoken to in, and in x-connection over which of its connections.
class NginxProcess
{
public:
    explicit NginxProcess(quint16 backend);
    ~NginxProcess();
    Q_DISABLE_COPY_MOVE(NginxProcess)

    quint16 port() const { return m_port; }
    /// PEM of the authority that its certificate, for 127.0.0.1, comes from.
    QString caFile() const { return m_certificates.caFile(); }

private:
    bool start(quint16 backend);

    test::TestCertificates m_certificates;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace orangery::bench
