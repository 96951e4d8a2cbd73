// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>
#include <vector>

namespace orangery::sandbox {

/// One answered model call.
struct LedgerRow
{
    QDateTime at; ///< UTC
    QString model;
    double neurons = 0;
    qint64 inputTokens = 0;
    qint64 outputTokens = 0;
    qint64 milliseconds = 0;
};

/// What was used, and how much of it today. Days are UTC days.
class Ledger
{
public:
    void book(LedgerRow row);
    double usedOn(const QDate& day) const;
    /// Everything booked since clear(), whatever the day.
    double booked() const { return static_cast<double>(m_booked) / perNeuron; }
    /// The same to the last digit: "123.000456".
    QString bookedText() const { return text(m_booked); }
    /// The same by model.
    QHash<QString, QString> bookedByModel() const;
    qint64 calls() const { return m_calls; }
    /// Makes the sum of the day of `now` `neurons`; the rows stay as they are.
    void setUsedOn(const QDateTime& now, double neurons);
    void clear() { *this = {}; }
    const std::vector<LedgerRow>& rows() const { return m_rows; }

private:
    static QString text(qint64 millionths);

    static constexpr double perNeuron = 1e6; ///< sums are whole millionths, as the header names them

    std::vector<LedgerRow> m_rows;
    QHash<QDate, qint64> m_days;
    QHash<QString, qint64> m_models;
    qint64 m_booked = 0;
    qint64 m_calls = 0;
    QDate m_adjustedDay;
    double m_adjustment = 0;
};

} // namespace orangery::sandbox
