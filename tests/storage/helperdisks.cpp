// SPDX-License-Identifier: GPL-3.0-or-later
#include "helperdisks.h"

#include "helperchat.h"
#include "helpermounts.h"
#include "storage/migrations.h"
#include "storage/sqlconnection.h"
#include "storage/statement.h"

using namespace Qt::StringLiterals;

namespace orangery::test {

namespace {

void fill(QFile& ballast)
{
    demand(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered), u"ballast"_s);
    const QByteArray block(4096, 'b');
    while (ballast.write(block) == block.size()) {
    }
    ballast.close();
}

} // namespace

int fullWhileRunning(const QString& folder)
{
    demand(mountSmallDisk(folder, 2048), u"mount"_s);
    Database database(folder + u"/data"_s);
    Chat chat(database);
    demandOk(chat.begin(), u"begin"_s);
    QFile ballast(folder + u"/ballast"_s);
    fill(ballast);

    QString kept;
    Result<void> written;
    for (int i = 0; i < 1000; ++i) {
        const QString piece = u"piece %1 "_s.arg(i) + QString(1000, u'p');
        written = chat.write(piece);
        if (!written)
            break;
        kept += piece;
    }
    demandError(written, ErrorKind::StorageFull, u"writing on a full disk"_s);
    demand(waitFor([&] { return database.problem().has_value(); }), u"the problem is announced"_s);
    demand(database.problem()->kind == ErrorKind::StorageFull, u"it is the full disk"_s);
    demand(chat.text() == kept, u"all that was answered can be read, and nothing of the rest"_s);

    demand(ballast.remove(), u"room is made"_s);
    demandOk(chat.write(u"and on"_s), u"writing with room again"_s);
    demand(waitFor([&] { return !database.problem(); }), u"the problem is over"_s);
    demand(chat.text() == kept + u"and on"_s, u"nothing is missing"_s);
    return 0;
}

int fullAtStart(const QString& folder)
{
    demand(mountSmallDisk(folder, 1024), u"mount"_s);
    QFile ballast(folder + u"/ballast"_s);
    fill(ballast);
    Database database(folder + u"/data"_s);
    Chat chat(database);
    demandError(chat.begin(), ErrorKind::StorageFull, u"a chat without room"_s);
    demand(database.problem().has_value() && database.problem()->kind == ErrorKind::StorageFull,
           u"problem"_s);
    demand(ballast.remove(), u"room is made"_s);
    database.reopen();
    demandOk(chat.begin(), u"a chat with room"_s);
    demand(waitFor([&] { return !database.problem(); }), u"the problem is over"_s);
    return 0;
}

int fullAtMigration(const QString& folder)
{
    demand(mountSmallDisk(folder, 4096), u"mount"_s);
    const QString file = folder + u"/orangery.sqlite"_s;
    {
        SqlConnection old;
        demandOk(old.open(file, SqlConnection::Access::ReadWrite), u"open"_s);
        demandOk(migrate(old.database(), migrations().first(1)), u"the first version"_s);
        demandOk(execute(old.database(), u"INSERT INTO draft VALUES (1, hex(randomblob(400000)))"_s),
                 u"insert"_s);
    }
    const auto before = contentsOf(folder);
    QFile ballast(folder + u"/ballast"_s);
    fill(ballast);
    ballast.resize(ballast.size() - 300 * 1024); // room for less than a copy
    {
        Database database(folder);
        demand(waitForOpened(database), u"opened"_s);
        demand(database.problem().has_value() && database.problem()->kind == ErrorKind::StorageFull,
               u"problem"_s);
    }
    demand(ballast.remove(), u"room is made"_s);
    demand(contentsOf(folder) == before, u"the old file is untouched and alone"_s);
    Database database(folder);
    demand(waitForOpened(database) && !database.problem().has_value(), u"with room it opens"_s);
    demand(QFile::exists(file + u".backup-v1"_s), u"with a copy"_s);
    return 0;
}

int readOnly(const QString& folder)
{
    demand(mountSmallDisk(folder, 2048), u"mount"_s);
    {
        Database database(folder);
        demandOk(Chat(database).begin(), u"begin"_s);
    }
    const auto before = contentsOf(folder);
    demand(setReadOnly(folder, true), u"read-only"_s);
    Database database(folder);
    Chat chat(database);
    demandError(chat.begin(), ErrorKind::StorageReadOnly, u"a chat on a read-only disk"_s);
    demand(database.problem().has_value() && database.problem()->kind == ErrorKind::StorageReadOnly,
           u"problem"_s);
    demand(contentsOf(folder) == before, u"nothing changed"_s);
    demand(setReadOnly(folder, false), u"writable again"_s);
    database.reopen();
    demandOk(chat.begin(), u"a chat on a writable one"_s);
    demand(waitFor([&] { return !database.problem(); }), u"the problem is over"_s);
    return 0;
}

} // namespace orangery::test
