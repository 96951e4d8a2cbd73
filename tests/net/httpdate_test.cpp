// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpdate.h"

#include <QLocale>
#include <gtest/gtest.h>

namespace orangery {
namespace {

TEST(HttpDate, ReadsTheFormThatIsInUse)
{
    const QDateTime date = httpDate("Tue, 24 Nov 2026 23:59:07 GMT");
    EXPECT_EQ(date, QDateTime(QDate(2026, 11, 24), QTime(23, 59, 7), Qt::UTC));
    EXPECT_EQ(date.offsetFromUtc(), 0);
    EXPECT_EQ(httpDate("  Tue, 24 Nov 2026 23:59:07 GMT\r"), date);
    EXPECT_EQ(httpDate("Thu, 29 Feb 2024 00:00:00 GMT").date(), QDate(2024, 2, 29));
}

TEST(HttpDate, ReadsEveryDayOfAYear)
{
    const QDateTime first(QDate(2026, 1, 1), QTime(12, 34, 56), Qt::UTC);
    for (int day = 0; day < 365; ++day) {
        const QDateTime date = first.addDays(day);
        const QString text = QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        EXPECT_EQ(httpDate(text.toLatin1()), date) << text.toStdString();
    }
}

TEST(HttpDate, AnythingElseIsNull)
{
    for (const char* text : {
             "",
             "now",
             "Tue, 24 Nov 2026 23:59:07",
             "Tue, 24 Nov 2026 23:59:07 CET",
             "Tue, 24 Nov 2026 23:59:07 GMT+1",
             "Wed, 24 Nov 2026 23:59:07 GMT", // it was a Tuesday
             "Tue, 24 Okt 2026 23:59:07 GMT",
             "Tue, 31 Nov 2026 23:59:07 GMT",
             "Tue, 24 Nov 2026 24:00:00 GMT",
             "Tue, 24 Nov 2026 2x:59:07 GMT",
             "Tue, -4 Nov 2026 23:59:07 GMT",
             "Tuesday, 24-Nov-26 23:59:07 GMT",
             "Tue Nov 24 23:59:07 2026",
             "2026-11-24T23:59:07Z",
         })
        EXPECT_TRUE(httpDate(text).isNull()) << text;
}

} // namespace
} // namespace orangery
