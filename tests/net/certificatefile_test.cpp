// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificatefile.h"

#include "support/testcertificates.h"

#include <QFile>
#include <QSslConfiguration>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace orangery {
namespace {

using test::TestCertificates;

class CertificateFile : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_certificates.isValid()) << "openssl is needed for this test";
        QFile file(m_certificates.caFile());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        m_pem = file.readAll();
    }

    Result<QList<QSslCertificate>> read(const QByteArray& content)
    {
        QFile file(m_directory.filePath(QStringLiteral("given.pem")));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        return certificatesOf(file.fileName());
    }

    void expectRefusal(const Result<QList<QSslCertificate>>& result)
    {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().kind, ErrorKind::InvalidInput);
        EXPECT_TRUE(result.error().message.contains(QStringLiteral("nothing was changed")));
    }

    TestCertificates m_certificates;
    QTemporaryDir m_directory;
    QByteArray m_pem;
};

TEST_F(CertificateFile, OneOrSeveralWithTextAround)
{
    EXPECT_EQ(read(m_pem)->size(), 1);
    EXPECT_EQ(read("# our authority\n" + m_pem + "\r\nand again\n" + m_pem)->size(), 2);
}

TEST_F(CertificateFile, WhatHoldsNoneIsRefused)
{
    expectRefusal(read({}));
    expectRefusal(read("not a certificate"));
    expectRefusal(read("-----BEGIN CERTIFICATE-----\nbm90IG9uZQ==\n-----END CERTIFICATE-----\n"));
    expectRefusal(read(QByteArray(1000, '\0')));
}

TEST_F(CertificateFile, ADamagedOneAmongGoodOnesIsRefused)
{
    expectRefusal(read(m_pem + m_pem.first(m_pem.size() / 2)));
    expectRefusal(read(m_pem + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
}

TEST(SystemCertificates, AreAllThereOnce)
{
    prepareSystemCertificates();
    const QList<QSslCertificate>& found = systemCertificates();
    const QList<QSslCertificate> system = QSslConfiguration::systemCaCertificates();
    for (const QSslCertificate& certificate : system)
        EXPECT_EQ(found.count(certificate), 1) << certificate.toText().toStdString();
    EXPECT_FALSE(found.contains(QSslCertificate()));
}

TEST_F(CertificateFile, WhatIsNoFileIsRefused)
{
    expectRefusal(certificatesOf(m_directory.path()));
    expectRefusal(certificatesOf(m_directory.filePath(QStringLiteral("missing.pem"))));
    expectRefusal(certificatesOf(QStringLiteral("/dev/zero")));
    expectRefusal(certificatesOf({}));
}

} // namespace
} // namespace orangery
