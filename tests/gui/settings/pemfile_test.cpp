// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/pemfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

class PemFile : public testing::Test
{
protected:
    QString write(const QByteArray& text)
    {
        const QString path = m_folder.filePath(QStringLiteral("ca.pem"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
        return path;
    }

    QTemporaryDir m_folder;
    const QByteArray m_block = "-----BEGIN CERTIFICATE-----\nQUJD\r\nREVG\n-----END CERTIFICATE-----\n";
};

TEST_F(PemFile, CountsCertificates)
{
    EXPECT_EQ(pemfile::read(write(m_block)).certificates, 1);
    EXPECT_EQ(pemfile::read(write("# comment\n" + m_block + m_block)).certificates, 2);
    EXPECT_TRUE(pemfile::read(write(m_block)).isUsable());
}

TEST_F(PemFile, RefusesWhatHoldsNone)
{
    for (const QByteArray& text :
         {QByteArray(), QByteArray("hello"), QByteArray("\x30\x82\x01\x0a\x00 binary", 12),
          QByteArray("-----BEGIN CERTIFICATE-----\n!!!\n-----END CERTIFICATE-----\n"),
          QByteArray("-----BEGIN CERTIFICATE-----\nQUJD\n"),
          QByteArray("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n")}) {
        const pemfile::Facts facts = pemfile::read(write(text));
        EXPECT_FALSE(facts.isUsable()) << text.constData();
        EXPECT_FALSE(facts.sentence().isEmpty());
    }
}

TEST_F(PemFile, SaysWhenAFileIsMissingOrAFolderOrTooLarge)
{
    EXPECT_FALSE(pemfile::read(m_folder.filePath(QStringLiteral("none"))).isReadable);
    EXPECT_FALSE(pemfile::read(m_folder.path()).isReadable);
    const pemfile::Facts large = pemfile::read(write(QByteArray(5 * 1024 * 1024, 'x')));
    EXPECT_TRUE(large.isTooLarge);
    EXPECT_FALSE(large.isUsable());
}

TEST_F(PemFile, APrivateKeyIsWorthAWord)
{
    const pemfile::Facts facts = pemfile::read(write(m_block + "-----BEGIN PRIVATE KEY-----\nQUJD\n"));
    EXPECT_TRUE(facts.isUsable());
    EXPECT_TRUE(facts.sentence().contains(QStringLiteral("private key")));
}

} // namespace
} // namespace orangery::test
