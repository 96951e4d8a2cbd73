// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ledger.h"

#include <cmath>

namespace orangery::sandbox {

namespace {

// A sandbox may run for weeks; what analytics shows is the latest part.
constexpr std::size_t keptRows = 20'000;

} // namespace

void Ledger::book(LedgerRow row)
{
    const qint64 millionths = std::llround(row.neurons * perNeuron);
    m_days[row.at.date()] += millionths;
    m_booked += millionths;
    ++m_calls;
    if (m_rows.size() >= keptRows)
        m_rows.erase(m_rows.begin(), m_rows.begin() + keptRows / 2);
    m_rows.push_back(std::move(row));
}

double Ledger::usedOn(const QDate& day) const
{
    const double adjustment = m_adjustedDay == day ? m_adjustment : 0;
    return adjustment + static_cast<double>(m_days.value(day)) / perNeuron;
}

QString Ledger::bookedText() const
{
    constexpr qint64 million = 1'000'000;
    return QStringLiteral("%1.%2").arg(m_booked / million).arg(m_booked % million, 6, 10, QLatin1Char('0'));
}

void Ledger::setUsedOn(const QDateTime& now, double neurons)
{
    m_adjustedDay = now.date();
    m_adjustment = 0;
    m_adjustment = neurons - usedOn(now.date());
}

} // namespace orangery::sandbox
