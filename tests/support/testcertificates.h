// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace orangery::test {

/// A certificate authority of its own and server certificates from it, made by `openssl` for this run.
class TestCertificates
{
public:
    struct Terms
    {
        QString hosts = QStringLiteral("DNS:api.orangery.test,IP:127.0.0.1"); ///< as in subjectAltName
        QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
        QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(1);
    };
    struct Files
    {
        QString certificate; ///< PEM
        QString key;         ///< PEM
    };

    TestCertificates();

    /// False when something could not be made.
    bool isValid() const { return m_isValid; }
    /// PEM of the authority.
    QString caFile() const { return m_directory.filePath(QStringLiteral("ca.pem")); }
    /// Another certificate of this authority.
    Files issue(const Terms& terms);
    /// A good one for 127.0.0.1 and api.orangery.test.
    const Files& good() const { return m_good; }
    /// What a server in this process needs to show it.
    QSslConfiguration server() const { return server(m_good); }
    static QSslConfiguration server(const Files& files);

private:
    bool run(const QStringList& arguments);

    QTemporaryDir m_directory;
    bool m_isValid = false;
    int m_issued = 0;
    Files m_good;
};

} // namespace orangery::test
