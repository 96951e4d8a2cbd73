// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/accountinput.h"

#include <QUrlQuery>
#include <gtest/gtest.h>

namespace orangery {
namespace {

const QString token = QStringLiteral("Ab1-_cdEFghIJklMNopQRstUVwxYZ0123456789ab");

TEST(TokenInput, WhatAPasteBringsAlongIsTakenOff)
{
    for (const QString& text :
         {token, QStringLiteral("  ") + token + QStringLiteral("\r\n"), u'"' + token + u'"',
          u'\'' + token + u'\'', QStringLiteral("Bearer ") + token, QStringLiteral("bearer  ") + token,
          QStringLiteral("Authorization: Bearer ") + token, QStringLiteral("\"Bearer %1\"").arg(token),
          QStringLiteral("\uFEFF%1\u200B").arg(token), QStringLiteral("“%1”").arg(token),
          token.left(20) + QStringLiteral("\r\n") + token.mid(20), token.left(20) + u'\u200B' + token.mid(20),
          QStringLiteral("\u00A0%1\t").arg(token),
          QStringLiteral("-H \"Authorization: Bearer %1\"").arg(token).mid(3)}) {
        SCOPED_TRACE(text.toStdString());
        QString problem = QStringLiteral("before");
        EXPECT_EQ(parseToken(text, &problem), SecretString(token.toLatin1()));
        EXPECT_TRUE(problem.isEmpty()) << problem.toStdString();
    }
}

TEST(TokenInput, NothingLeft)
{
    for (const char* text : {"", " \r\n", "\"\"", "Bearer ", "''"}) {
        QString problem;
        EXPECT_TRUE(parseToken(QString::fromLatin1(text), &problem).isEmpty()) << text;
        EXPECT_FALSE(problem.isEmpty()) << text;
    }
}

TEST(TokenInput, CharactersThatNoTokenHasAreNamed)
{
    for (const QString& odd : {QStringLiteral("ä"), QStringLiteral("模"), QStringLiteral("🍊"),
                               QStringLiteral("$"), QStringLiteral("…"), QStringLiteral("<")}) {
        QString problem;
        EXPECT_TRUE(parseToken(token.left(9) + odd + token.mid(9), &problem).isEmpty());
        EXPECT_TRUE(problem.contains(odd)) << problem.toStdString();
        EXPECT_FALSE(problem.contains(token.left(9))) << "the rest of it is not shown";
    }
}

TEST(TokenInput, HalfACharacterIsNoneOfATokens)
{
    QString problem;
    EXPECT_TRUE(parseToken(token.left(9) + QChar(0xd83c) + token.mid(9), &problem).isEmpty());
    EXPECT_FALSE(problem.isEmpty());
}

TEST(TokenInput, AGlobalKeyIsNotAToken)
{
    QString problem;
    EXPECT_TRUE(parseToken(QString(37, u'a'), &problem).isEmpty());
    EXPECT_TRUE(problem.contains(QLatin1String("global API key")));
}

TEST(TokenInput, NobodyNeedsToAsk)
{
    EXPECT_TRUE(parseToken(QStringLiteral("ü"), nullptr).isEmpty());
}

TEST(TokenInput, TheTokenPageAsksForReadingOnly)
{
    const QUrl url = createTokenUrl();
    EXPECT_EQ(url.adjusted(QUrl::RemoveQuery),
              QUrl(QStringLiteral("https://dash.cloudflare.com/profile/api-tokens")));
    const QUrlQuery query(url);
    EXPECT_EQ(query.queryItemValue(QStringLiteral("permissionGroupKeys"), QUrl::FullyDecoded),
              QStringLiteral(R"([{"key":"ai","type":"read"},{"key":"account_analytics","type":"read"}])"));
    EXPECT_EQ(query.queryItemValue(QStringLiteral("accountId")), QStringLiteral("*"));
    EXPECT_EQ(query.queryItemValue(QStringLiteral("zoneId")), QStringLiteral("all"));
    EXPECT_FALSE(url.toEncoded().contains('"'));
    EXPECT_FALSE(url.toEncoded().contains('{'));
}

} // namespace
} // namespace orangery
