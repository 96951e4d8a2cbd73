// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/continuation.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

const QString begun = QStringLiteral("Lemon trees need light, water and a place without frost in");

QString continued(const QString& text, const QString& piece, qsizetype step)
{
    Continuation continuation(text);
    QString whole = text;
    for (qsizetype i = 0; i < piece.size(); i += step)
        whole += continuation.take(piece.mid(i, step));
    return whole + continuation.finish();
}

} // namespace

TEST(Continuation, AppendsWhatIsNew)
{
    for (const qsizetype step : {1, 7, 1000})
        EXPECT_EQ(continued(begun, QStringLiteral(" winter."), step), begun + QStringLiteral(" winter."));
}

TEST(Continuation, DropsWhatIsRepeated)
{
    const QString next = QStringLiteral("a place without frost in winter. ") + QString(400, QLatin1Char('y'));
    const QString whole =
        QStringLiteral("Lemon trees need light, water and a place without frost in winter. ") +
        QString(400, QLatin1Char('y'));
    for (const qsizetype step : {1, 3, 64, 1000})
        EXPECT_EQ(continued(begun, next, step), whole);
}

TEST(Continuation, KeepsAShortWordThatOnlyLooksRepeated)
{
    EXPECT_EQ(continued(begun, QStringLiteral("in"), 1), begun + QStringLiteral("in"));
}

TEST(Continuation, OfNothingIsTheWholeAnswer)
{
    EXPECT_EQ(continued({}, QStringLiteral("Hello"), 2), QStringLiteral("Hello"));
}

} // namespace orangery
