// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace orangery::test {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestCertificates::TestCertificates()
{
    const QStringList key = {QStringLiteral("-newkey"),  QStringLiteral("ec"),
                             QStringLiteral("-pkeyopt"), QStringLiteral("ec_paramgen_curve:P-256"),
                             QStringLiteral("-nodes"),   QStringLiteral("-days"),
                             QStringLiteral("2")};
    const QStringList request = {QStringLiteral("req"), QStringLiteral("-x509")};
    m_isValid =
        run(request + key +
            QStringList{QStringLiteral("-subj"), QStringLiteral("/CN=Orangery test authority"),
                        QStringLiteral("-keyout"), QStringLiteral("ca.key"), QStringLiteral("-out"),
                        QStringLiteral("ca.pem")}) &&
        run(request + key +
            QStringList{QStringLiteral("-CA"), QStringLiteral("ca.pem"), QStringLiteral("-CAkey"),
                        QStringLiteral("ca.key"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=api.orangery.test"), QStringLiteral("-addext"),
                        QStringLiteral("basicConstraints=critical,CA:FALSE"), QStringLiteral("-addext"),
                        QStringLiteral("subjectAltName=DNS:api.orangery.test,IP:127.0.0.1"),
                        QStringLiteral("-keyout"), QStringLiteral("server.key"), QStringLiteral("-out"),
                        QStringLiteral("server.pem")});
}

QSslConfiguration TestCertificates::server() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(
        QSslCertificate(contentOf(m_directory.filePath(QStringLiteral("server.pem"))), QSsl::Pem));
    configuration.setPrivateKey(
        QSslKey(contentOf(m_directory.filePath(QStringLiteral("server.key"))), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    return configuration;
}

bool TestCertificates::run(const QStringList& arguments) const
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_directory.path());
    openssl.start(QStringLiteral("openssl"), arguments);
    return openssl.waitForFinished() && openssl.exitCode() == 0;
}

} // namespace orangery::test
