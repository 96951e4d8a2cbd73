// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlerror.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

namespace orangery {

namespace {

// Below this SQLite can add neither a page to its log nor to the log's index.
constexpr qint64 fullBytes = 64 * 1024;

// SQLite's primary result codes (sqlite.org/rescode.html); the driver reports extended ones, whose low byte
// these are. sqlite3.h is not included, because the driver may bring a SQLite of its own.
enum ResultCode {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26,
    CorruptFileSystem = IoError | (33 << 8),
};

ErrorKind kindOf(int code, const QString& file)
{
    if (code == CorruptFileSystem)
        return ErrorKind::StorageCorrupt;
    switch (code & 0xff) {
    case Full:
        return ErrorKind::StorageFull;
    case ReadOnly:
    case Perm:
        return ErrorKind::StorageReadOnly;
    case CannotOpen:
        return kindOfFailedWrite(file, ErrorKind::StorageReadOnly);
    case IoError:
        return kindOfFailedWrite(file, ErrorKind::StorageFailed);
    case Busy:
    case Locked:
        return ErrorKind::StorageLocked;
    case Corrupt:
    case NotADatabase:
        return ErrorKind::StorageCorrupt;
    default:
        return ErrorKind::StorageFailed;
    }
}

} // namespace

Error sqlError(const QSqlError& error, const QString& file)
{
    const int code = error.nativeErrorCode().toInt();
    return Error::of(kindOf(code, file),
                     QStringLiteral("SQLite %1: %2 %3")
                         .arg(QString::number(code), error.databaseText(), error.driverText()));
}

ErrorKind kindOfFailedWrite(const QString& path, ErrorKind otherwise)
{
    QString existing = QFileInfo(path).absolutePath();
    while (!QFileInfo::exists(existing) && !QFileInfo(existing).isRoot())
        existing = QFileInfo(existing).absolutePath();
    const QStorageInfo disk(existing);
    if (disk.isReadOnly())
        return ErrorKind::StorageReadOnly;
    if (disk.isValid() && disk.bytesTotal() > 0 && disk.bytesAvailable() < fullBytes)
        return ErrorKind::StorageFull;
    return otherwise;
}

} // namespace orangery
