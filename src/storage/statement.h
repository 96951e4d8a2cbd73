// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "core/result.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <optional>

namespace orangery {

/// One prepared statement: bound in the order of its question marks, run once, read row by row. Every failure
/// comes out of run(), each(), first() or change() as an Error; none can be overlooked between the rows.
class Statement
{
public:
    Statement(const QSqlDatabase& database, const QString& sql);

    Statement& bind(qint64 value);
    /// A null string is written as an empty one: no text column of ours is nullable.
    Statement& bind(const QString& text);
    /// Milliseconds since 1970 UTC; an invalid time is written as NULL.
    Statement& bind(const QDateTime& time);
    Statement& bind(Neurons neurons);
    Statement& bind(const std::optional<Neurons>& neurons);
    Statement& bindNull();

    Result<void> run();
    /// Runs it and calls `row` for each row; the columns are read from this statement.
    template <typename Row>
    Result<void> each(Row row)
    {
        if (const auto ran = run(); !ran)
            return ran;
        while (m_query.next())
            row();
        return outcome();
    }
    /// Runs it and stands on the first row: false when there is none.
    Result<bool> first();
    /// Runs it and demands that it changed a row: StorageFailed with `missing` otherwise.
    Result<void> change(const QString& missing);

    int affected() const { return m_query.numRowsAffected(); }
    bool isNull(int column) const { return m_query.isNull(column); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QDateTime time(int column) const;
    Neurons neurons(int column) const { return Neurons::ofMillionths(integer(column)); }
    std::optional<Neurons> optionalNeurons(int column) const;

private:
    Result<void> outcome() const;

    QString m_file;
    QSqlQuery m_query;
    bool m_isPrepared = false;
};

/// Runs one statement without parameters and rows.
Result<void> execute(const QSqlDatabase& database, const QString& sql);

} // namespace orangery
