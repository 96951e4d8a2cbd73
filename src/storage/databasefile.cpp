// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/databasefile.h"

#include "storage/sqlerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace orangery {

namespace {

// No database is smaller than one page. SQLite takes a smaller file for an empty one and writes over it.
constexpr qint64 smallestPage = 512;

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

Error notWritable(const QString& path, const QString& why)
{
    return Error::of(kindOfFailedWrite(path, ErrorKind::StorageReadOnly),
                     QStringLiteral("%1: %2").arg(path, why));
}

// Only for a file that is not there. A second descriptor of a database in use would, when it is closed, take
// away every lock that this process holds on the file (that is POSIX), and SQLite with them.
Result<void> create(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::NewOnly, ownerOnly) && !file.exists())
        return notWritable(path, file.errorString());
    return {};
}

} // namespace

bool makePrivateFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.isDir())
        return true;
    if (!QDir().mkpath(info.absolutePath()))
        return false;
    // Another process may be just as quick, hence the second look.
    return QDir().mkdir(info.absoluteFilePath(), ownerOnly | QFileDevice::ExeOwner) ||
           QFileInfo(folder).isDir();
}

Result<void> prepareDatabaseFile(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!makePrivateFolder(folder))
        return notWritable(path, QStringLiteral("the folder cannot be created"));
    if (!QFileInfo(folder).isWritable())
        return notWritable(path, QStringLiteral("the folder is not writable"));
    if (!QFileInfo::exists(path)) {
        if (const auto created = create(path); !created)
            return created;
    }
    const QFileInfo file(path);
    if (!file.isFile() || !file.isReadable() || !file.isWritable())
        return notWritable(path, QStringLiteral("not a file that can be read and written"));
    if (file.size() > 0 && file.size() < smallestPage)
        return Error::of(ErrorKind::StorageCorrupt, QStringLiteral("%1 is no database").arg(path));
    if (file.permissions() &
        (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther))
        QFile::setPermissions(path, ownerOnly);
    return {};
}

bool hasUnmergedLog(const QString& file)
{
    return QFileInfo(file + QStringLiteral("-wal")).size() > 0;
}

} // namespace orangery
