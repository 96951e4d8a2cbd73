// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ledger.h"

#include <cmath>

namespace orangery::sandbox {

namespace {

// A sandbox may run for weeks; what analytics shows is the latest part.
constexpr std::size_t keptRows = 20'000;
constexpr double perNeuron = 1e6; // sums are whole millionths, as the header names them

QString text(qint64 millionths)
{
    constexpr qint64 million = 1'000'000;
    return QStringLiteral("%1.%2")
        .arg(millionths / million)
        .arg(millionths % million, 6, 10, QLatin1Char('0'));
}

void add(LedgerSum& sum, const QString& model, qint64 millionths)
{
    ++sum.calls;
    sum.millionths += millionths;
    sum.models[model] += millionths;
}

} // namespace

QJsonObject LedgerSum::describe() const
{
    QJsonObject byModel;
    for (auto model = models.cbegin(); model != models.cend(); ++model)
        byModel.insert(model.key(), text(*model));
    return {{QStringLiteral("calls"), calls},
            {QStringLiteral("neurons"), static_cast<double>(millionths) / perNeuron},
            {QStringLiteral("exact"), text(millionths)},
            {QStringLiteral("models"), byModel}};
}

void Ledger::book(LedgerRow row)
{
    const qint64 millionths = std::llround(row.neurons * perNeuron);
    m_days[row.at.date()] += millionths;
    add(m_booked, row.model, millionths);
    if (row.isLost)
        add(m_lost, row.model, millionths);
    if (m_rows.size() >= keptRows)
        m_rows.erase(m_rows.begin(), m_rows.begin() + keptRows / 2);
    m_rows.push_back(std::move(row));
}

double Ledger::usedOn(const QDate& day) const
{
    const double adjustment = m_adjustedDay == day ? m_adjustment : 0;
    return adjustment + static_cast<double>(m_days.value(day)) / perNeuron;
}

void Ledger::setUsedOn(const QDateTime& now, double neurons)
{
    m_adjustedDay = now.date();
    m_adjustment = 0;
    m_adjustment = neurons - usedOn(now.date());
}

} // namespace orangery::sandbox
