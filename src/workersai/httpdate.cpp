// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/httpdate.h"

#include <QLocale>
#include <QTimeZone>

namespace orangery {

QDateTime httpDate(const QByteArray& text)
{
    const QDateTime local = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                                    QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    return local.isValid() ? QDateTime(local.date(), local.time(), QTimeZone::utc()) : QDateTime();
}

QDateTime serverTime(const HttpHead& head)
{
    const QDateTime date = httpDate(head.header("date"));
    return date.isValid() ? date : QDateTime::currentDateTimeUtc();
}

} // namespace orangery
