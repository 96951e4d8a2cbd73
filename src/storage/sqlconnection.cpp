// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlconnection.h"

#include "storage/sqlerror.h"

#include <QElapsedTimer>
#include <QSqlError>
#include <QThread>
#include <QUrl>
#include <atomic>

namespace orangery {

namespace {

QString immutableUri(const QString& file)
{
    return QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded) + QStringLiteral("?immutable=1");
}

QString optionsFor(SqlConnection::Access access)
{
    const QString common = QStringLiteral("QSQLITE_BUSY_TIMEOUT=50");
    switch (access) {
    case SqlConnection::Access::ReadWrite:
        break;
    case SqlConnection::Access::ReadOnly:
        return common + QStringLiteral(";QSQLITE_OPEN_READONLY");
    case SqlConnection::Access::Immutable:
        return common + QStringLiteral(";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI");
    }
    return common;
}

} // namespace

SqlConnection::~SqlConnection()
{
    close();
}

Result<void> SqlConnection::open(const QString& file, Access access)
{
    static std::atomic<quint64> count{0};

    close();
    m_access = access;
    m_database =
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("orangery-%1").arg(++count));
    if (!m_database.isValid()) {
        const Error error = Error::of(ErrorKind::StorageFailed, m_database.lastError().text());
        close();
        return error;
    }
    m_database.setDatabaseName(access == Access::Immutable ? immutableUri(file) : file);
    m_database.setConnectOptions(optionsFor(access));
    if (!m_database.open()) {
        const Error error = sqlError(m_database.lastError(), file);
        close();
        return error;
    }
    return {};
}

void SqlConnection::close()
{
    const QString name = m_database.connectionName();
    m_database.close();
    // removeDatabase() wants the last copy gone
    m_database = QSqlDatabase();
    if (!name.isEmpty())
        QSqlDatabase::removeDatabase(name);
}

Result<void> whileLocked(const std::function<Result<void>()>& attempt, int patienceMs)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        const auto outcome = attempt();
        const bool isLocked = !outcome && outcome.error().kind == ErrorKind::StorageLocked;
        if (!isLocked || timer.elapsed() >= patienceMs)
            return outcome;
        QThread::msleep(5);
    }
}

} // namespace orangery
