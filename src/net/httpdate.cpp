// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpdate.h"

#include <algorithm>
#include <array>
#include <optional>

namespace orangery {

namespace {

const QByteArrayView form("www, dd mmm yyyy dd:dd:dd GMT");

constexpr std::array days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

template <std::size_t Size>
std::optional<int> placeOf(QByteArrayView name, const std::array<const char*, Size>& names)
{
    const auto found =
        std::ranges::find(names, name, [](const char* known) { return QByteArrayView(known); });
    if (found == names.end())
        return std::nullopt;
    return static_cast<int>(found - names.begin()) + 1;
}

/// A number of so many digits; -1 where there are others.
int number(QByteArrayView digits)
{
    int value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool hasForm(QByteArrayView text)
{
    if (text.size() != form.size())
        return false;
    for (qsizetype i = 0; i < form.size(); ++i) {
        const bool isFilledIn = form[i] >= 'a' && form[i] <= 'z';
        if (!isFilledIn && text[i] != form[i])
            return false;
    }
    return true;
}

} // namespace

QDateTime httpDate(QByteArrayView text)
{
    text = text.trimmed();
    if (!hasForm(text))
        return {};
    const auto day = placeOf(text.first(3), days);
    const auto month = placeOf(text.sliced(8, 3), months);
    if (!day || !month)
        return {};
    const QDate date(number(text.sliced(12, 4)), *month, number(text.sliced(5, 2)));
    const QTime time(number(text.sliced(17, 2)), number(text.sliced(20, 2)), number(text.sliced(23, 2)));
    if (!date.isValid() || !time.isValid() || date.dayOfWeek() != *day)
        return {};
    return {date, time, Qt::UTC};
}

QDateTime serverTime(const HttpHead& head)
{
    const QDateTime date = httpDate(head.header("date"));
    return date.isValid() ? date : QDateTime::currentDateTimeUtc();
}

} // namespace orangery
