// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ledger.h"

namespace orangery::sandbox {

namespace {

// A sandbox may run for weeks; what analytics shows is the latest part.
constexpr std::size_t keptRows = 20'000;

} // namespace

void Ledger::book(LedgerRow row)
{
    if (m_rows.size() >= keptRows)
        m_rows.erase(m_rows.begin(), m_rows.begin() + keptRows / 2);
    m_rows.push_back(std::move(row));
}

double Ledger::usedOn(const QDate& day) const
{
    double used = m_adjustedDay == day ? m_adjustment : 0;
    for (const LedgerRow& row : m_rows) {
        if (row.at.date() == day)
            used += row.neurons;
    }
    return used;
}

void Ledger::setUsedOn(const QDateTime& now, double neurons)
{
    m_adjustedDay = now.date();
    m_adjustment = 0;
    m_adjustment = neurons - usedOn(now.date());
}

} // namespace orangery::sandbox
