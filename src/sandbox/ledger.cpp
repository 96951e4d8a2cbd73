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
    m_models[row.model] += millionths;
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

QString Ledger::text(qint64 millionths)
{
    constexpr qint64 million = 1'000'000;
    return QStringLiteral("%1.%2")
        .arg(millionths / million)
        .arg(millionths % million, 6, 10, QLatin1Char('0'));
}

QHash<QString, QString> Ledger::bookedByModel() const
{
    QHash<QString, QString> texts;
    for (auto model = m_models.cbegin(); model != m_models.cend(); ++model)
        texts.insert(model.key(), text(*model));
    return texts;
}

void Ledger::setUsedOn(const QDateTime& now, double neurons)
{
    m_adjustedDay = now.date();
    m_adjustment = 0;
    m_adjustment = neurons - usedOn(now.date());
}

} // namespace orangery::sandbox
