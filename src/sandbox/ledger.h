// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
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
    bool isLost = false; ///< a fault kept from the client what it cost: neither told nor to be computed
};

/// Sums of rows to the last digit.
struct LedgerSum
{
    qint64 calls = 0;
    qint64 millionths = 0;
    QHash<QString, qint64> models; ///< millionths

    /// {calls, neurons, exact: "123.000456", models {id: "1.000000"}}
    QJsonObject describe() const;
};

/// What was used, and how much of it today. Days are UTC days.
class Ledger
{
public:
    void book(LedgerRow row);
    double usedOn(const QDate& day) const;
    /// Everything booked since clear(), whatever the day.
    const LedgerSum& booked() const { return m_booked; }
    /// Of that, the rows that are lost.
    const LedgerSum& lost() const { return m_lost; }
    /// Makes the sum of the day of `now` `neurons`; the rows stay as they are.
    void setUsedOn(const QDateTime& now, double neurons);
    void clear() { *this = {}; }
    const std::vector<LedgerRow>& rows() const { return m_rows; }

private:
    std::vector<LedgerRow> m_rows;
    QHash<QDate, qint64> m_days;
    LedgerSum m_booked;
    LedgerSum m_lost;
    QDate m_adjustedDay;
    double m_adjustment = 0;
};

} // namespace orangery::sandbox
