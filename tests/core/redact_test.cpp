// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

const QByteArray secretBytes = "S3cr3t-token/with+odd=chars";

} // namespace

TEST(Redact, RemovesTheSecretInEverySpelling)
{
    const SecretString secret(secretBytes);
    for (const QByteArray& spelling :
         {secretBytes, secretBytes.toBase64(), secretBytes.toBase64(QByteArray::OmitTrailingEquals),
          secretBytes.toPercentEncoding()}) {
        const QString clean =
            redacted(QStringLiteral("before %1 after").arg(QString::fromLatin1(spelling)), secret);
        EXPECT_FALSE(clean.contains(QString::fromLatin1(spelling))) << spelling.constData();
        EXPECT_TRUE(clean.startsWith(QStringLiteral("before ")));
        EXPECT_TRUE(clean.endsWith(QStringLiteral(" after")));
    }
}

TEST(Redact, RemovesWhatLooksLikeASecretWithoutKnowingIt)
{
    for (const char* text :
         {"Authorization: Bearer abc.DEF-123", "authorization: bearer abc.DEF-123",
          "{\"api_key\": \"abc.DEF-123\"}", "?api-token=abc.DEF-123&x=1", "{\"password\":\"abc.DEF-123\"}"}) {
        EXPECT_FALSE(redacted(QString::fromLatin1(text)).contains(QStringLiteral("abc.DEF-123"))) << text;
    }
}

TEST(Redact, LeavesOrdinaryTextAlone)
{
    const QString text = QStringLiteral("3036: you have used up your daily free allocation (id 7f3a)");
    EXPECT_EQ(redacted(text), text);
}

TEST(SecretString, SharesItsBytesAndComparesByValue)
{
    const SecretString secret(secretBytes);
    const SecretString copy = secret;
    EXPECT_EQ(copy.reveal(), secretBytes);
    EXPECT_TRUE(copy == SecretString(secretBytes));
    EXPECT_TRUE(SecretString().isEmpty());
}

} // namespace orangery
