// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/statement.h"

#include "storage/sqlerror.h"

#include <QSqlError>
#include <QVariant>

namespace orangery {

Statement::Statement(const QSqlDatabase& database, const QString& sql)
    : m_file(database.databaseName()),
      m_query(database)
{
    // without this the driver keeps every row that was read
    m_query.setForwardOnly(true);
    m_isPrepared = m_query.prepare(sql);
}

Statement& Statement::bind(qint64 value)
{
    m_query.addBindValue(value);
    return *this;
}

Statement& Statement::bind(const QString& text)
{
    m_query.addBindValue(text.isNull() ? QLatin1String("") : text);
    return *this;
}

Statement& Statement::bind(const QDateTime& time)
{
    return time.isValid() ? bind(time.toMSecsSinceEpoch()) : bindNull();
}

Statement& Statement::bind(Neurons neurons)
{
    return bind(qint64(neurons.millionths()));
}

Statement& Statement::bind(const std::optional<Neurons>& neurons)
{
    return neurons ? bind(*neurons) : bindNull();
}

Statement& Statement::bindNull()
{
    m_query.addBindValue(QVariant(QMetaType::fromType<qint64>()));
    return *this;
}

Result<void> Statement::run()
{
    if (m_isPrepared)
        m_query.exec();
    return outcome();
}

Result<bool> Statement::first()
{
    if (const auto ran = run(); !ran)
        return ran.error();
    const bool hasRow = m_query.next();
    if (const auto read = outcome(); !read)
        return read.error();
    return hasRow;
}

Result<void> Statement::change(const QString& missing)
{
    if (const auto ran = run(); !ran)
        return ran;
    if (affected() < 1)
        return Error::of(ErrorKind::StorageFailed, missing);
    return {};
}

QDateTime Statement::time(int column) const
{
    if (isNull(column))
        return {};
    // a time that is UTC from the start: the way through local time costs ten microseconds
    QDateTime time = QDateTime::currentDateTimeUtc();
    time.setMSecsSinceEpoch(integer(column));
    return time;
}

std::optional<Neurons> Statement::optionalNeurons(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(neurons(column));
}

Result<void> Statement::outcome() const
{
    const QSqlError error = m_query.lastError();
    return error.isValid() ? Result<void>(sqlError(error, m_file)) : Result<void>();
}

Result<void> execute(const QSqlDatabase& database, const QString& sql)
{
    return Statement(database, sql).run();
}

} // namespace orangery
