// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// For `openssl ca`: of its commands the only one that takes both dates in every version.
constexpr char authority[] = R"(
[ca]
default_ca = this
[this]
database = index.txt
rand_serial = yes
new_certs_dir = .
certificate = ca.pem
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
)";

const QStringList newKey = {u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s};

QString asn1(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyyMMddHHmmss'Z'");
}

} // namespace

TestCertificates::TestCertificates()
{
    m_isValid = write(m_directory.filePath(u"ca.cnf"_s), authority) &&
                write(m_directory.filePath(u"index.txt"_s), {}) &&
                run(QStringList{u"req"_s, u"-x509"_s, u"-days"_s, u"2"_s} + newKey +
                    QStringList{u"-subj"_s, u"/CN=Orangery test authority"_s, u"-keyout"_s, u"ca.key"_s,
                                u"-out"_s, u"ca.pem"_s});
    m_good = issue({});
}

TestCertificates::Files TestCertificates::issue(const Terms& terms)
{
    const QString name = u"server%1"_s.arg(++m_issued);
    const QByteArray extensions =
        "basicConstraints = critical,CA:FALSE\nsubjectAltName = " + terms.hosts.toUtf8() + '\n';
    m_isValid = m_isValid && write(m_directory.filePath(name + u".ext"_s), extensions) &&
                run(QStringList{u"req"_s, u"-new"_s} + newKey +
                    QStringList{u"-subj"_s, u"/CN=Orangery test server"_s, u"-keyout"_s, name + u".key"_s,
                                u"-out"_s, name + u".csr"_s}) &&
                run({u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, u"ca.cnf"_s, u"-extfile"_s,
                     name + u".ext"_s, u"-startdate"_s, asn1(terms.notBefore), u"-enddate"_s,
                     asn1(terms.notAfter), u"-in"_s, name + u".csr"_s, u"-out"_s, name + u".pem"_s});
    return {m_directory.filePath(name + u".pem"_s), m_directory.filePath(name + u".key"_s)};
}

QSslConfiguration TestCertificates::server(const Files& files)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(contentOf(files.certificate), QSsl::Pem));
    configuration.setPrivateKey(QSslKey(contentOf(files.key), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    return configuration;
}

bool TestCertificates::run(const QStringList& arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_directory.path());
    openssl.start(u"openssl"_s, arguments);
    if (openssl.waitForFinished() && openssl.exitCode() == 0)
        return true;
    qWarning("openssl %s: %s", qUtf8Printable(arguments.join(u' ')),
             openssl.readAllStandardError().constData());
    return false;
}

} // namespace orangery::test
