// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

namespace orangery::test {

/// A row of the ledger as it lies on the disk.
struct BookedRow
{
    QString state;
    QString model;
    QString bookedBy;
    QString errorKind;
    Neurons neurons;
};

/// In the order of the calls.
inline QList<BookedRow> bookedRows(const QString& file)
{
    QList<BookedRow> rows;
    const QString name = QStringLiteral("test-booked-rows");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(file);
        database.open();
        QSqlQuery query(database);
        query.exec(
            QStringLiteral("SELECT state, model, booked_by, error_kind, neurons FROM call ORDER BY id"));
        while (query.next())
            rows.append({.state = query.value(0).toString(),
                         .model = query.value(1).toString(),
                         .bookedBy = query.value(2).toString(),
                         .errorKind = query.value(3).toString(),
                         .neurons = Neurons::ofMillionths(query.value(4).toLongLong())});
    }
    QSqlDatabase::removeDatabase(name);
    return rows;
}

} // namespace orangery::test
