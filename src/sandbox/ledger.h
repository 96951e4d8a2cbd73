// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
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
    /// Makes the sum of the day of `now` `neurons`; the rows stay as they are.
    void setUsedOn(const QDateTime& now, double neurons);
    void clear() { *this = {}; }
    const std::vector<LedgerRow>& rows() const { return m_rows; }

private:
    std::vector<LedgerRow> m_rows;
    QDate m_adjustedDay;
    double m_adjustment = 0;
};

} // namespace orangery::sandbox
