// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace orangery::test {

/// A certificate authority of its own and a server certificate from it, made by `openssl` for this run, for
/// the hosts 127.0.0.1 and api.orangery.test.
class TestCertificates
{
public:
    TestCertificates();

    bool isValid() const { return m_isValid; }
    /// PEM of the authority.
    QString caFile() const { return m_directory.filePath(QStringLiteral("ca.pem")); }
    /// What a server of these hosts needs.
    QSslConfiguration server() const;

private:
    bool run(const QStringList& arguments) const;

    QTemporaryDir m_directory;
    bool m_isValid = false;
};

} // namespace orangery::test
