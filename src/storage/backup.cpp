// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "storage/sqlerror.h"
#include "storage/statement.h"

#include <QCoreApplication>
#include <QFile>
#include <unistd.h>

namespace orangery {

namespace {

Error failed(const QFile& file)
{
    return Error::of(kindOfFailedWrite(file.fileName(), ErrorKind::StorageFailed),
                     QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()));
}

Result<void> copyInto(QFile& part, const QSqlDatabase& database)
{
    if (!part.open(QIODevice::ReadWrite | QIODevice::Truncate,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failed(part);
    // VACUUM INTO takes an empty file, keeps its permissions, and does not wait for the disk
    if (const auto copied = Statement(database, QStringLiteral("VACUUM INTO ?")).bind(part.fileName()).run();
        !copied)
        return copied;
    if (::fsync(part.handle()) != 0)
        return failed(part);
    part.close();
    return {};
}

} // namespace

Result<void> backUp(const QSqlDatabase& database, int version)
{
    const QString name = QStringLiteral("%1.backup-v%2").arg(database.databaseName()).arg(version);
    QFile part(QStringLiteral("%1.part-%2").arg(name).arg(QCoreApplication::applicationPid()));
    if (const auto copied = copyInto(part, database); !copied) {
        part.remove();
        return copied;
    }
    for (int number = 1;; ++number) {
        const QString free = number == 1 ? name : QStringLiteral("%1-%2").arg(name).arg(number);
        // refuses a name that is taken
        if (part.rename(free))
            return {};
        if (!QFile::exists(free))
            return failed(part);
    }
}

} // namespace orangery
