// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tlserrors.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

QString explained(const QList<QSslError>& errors)
{
    Error error = Error::of(ErrorKind::TlsFailed);
    explain(error, errors, QStringLiteral("api.orangery.test"));
    return error.message;
}

TEST(TlsErrors, WithoutAReasonOfItsOwnTheSentenceStays)
{
    const QString usual = Error::of(ErrorKind::TlsFailed).message;
    EXPECT_EQ(explained({}), usual);
    EXPECT_EQ(explained({QSslError(QSslError::NoSslSupport), QSslError(QSslError::InvalidPurpose)}), usual);
}

TEST(TlsErrors, EachReasonHasASentenceThatNamesTheHost)
{
    QStringList sentences;
    for (const auto code : {QSslError::SelfSignedCertificate, QSslError::CertificateExpired,
                            QSslError::CertificateNotYetValid, QSslError::HostNameMismatch}) {
        const QString sentence = explained({QSslError(QSslError::InvalidPurpose), QSslError(code)});
        EXPECT_TRUE(sentence.contains(QLatin1String("api.orangery.test"))) << qPrintable(sentence);
        EXPECT_FALSE(sentences.contains(sentence));
        sentences.append(sentence);
    }
}

TEST(TlsErrors, TheOrderDoesNotMatter)
{
    const QSslError name(QSslError::HostNameMismatch);
    const QSslError stranger(QSslError::SelfSignedCertificateInChain);
    const QSslError early(QSslError::CertificateNotYetValid);
    EXPECT_EQ(explained({name, stranger}), explained({stranger}));
    EXPECT_EQ(explained({stranger, name}), explained({stranger}));
    EXPECT_EQ(explained({name, stranger, early}), explained({early}));
}

} // namespace
} // namespace orangery
