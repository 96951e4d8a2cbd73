// SPDX-License-Identifier: GPL-3.0-or-later
// storagehelper MODE FOLDER …: the other process of the storage tests.
#include "helperchat.h"
#include "helperdisks.h"
#include "helpermounts.h"
#include "storage/ledger.h"
#include "storage/sqlconnection.h"
#include "storage/statement.h"

#include <QCoreApplication>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace orangery::test {

namespace {

int stream(const QString& folder)
{
    Database database(folder);
    Chat chat(database);
    demandOk(chat.begin(), u"begin"_s);
    say(QString::number(chat.id()));
    for (int i = 0;; ++i) {
        demandOk(chat.write(u"piece %1 🍊\n"_s.arg(i)), u"write"_s);
        say(QString::number(i));
    }
}

int appendForever(const QString& folder)
{
    Database database(folder);
    Chat chat(database);
    demandOk(chat.begin(), u"begin"_s);
    for (int i = 0;; ++i) {
        demandOk(chat.addTen(), u"append"_s);
        say(QString::number(i));
    }
}

int hammer(const QString& folder, int count, qint64 limit, qint64 estimate)
{
    Database database(folder);
    Ledger ledger(database);
    QObject context;
    int granted = 0, refused = 0, answered = 0;
    for (int i = 0; i < count; ++i) {
        Reservation reservation;
        reservation.id = newId();
        reservation.accountUuid = u"account"_s;
        reservation.startedAt = utc(u"2026-11-24T10:00:00.000"_s);
        reservation.estimate = Neurons::ofMillionths(estimate);
        reservation.dailyLimit = Neurons::ofMillionths(limit);
        ledger.reserve(reservation, &context, [&](const Result<Grant>& result) {
            ++answered;
            if (result)
                ++granted;
            else if (result.error().kind == ErrorKind::BudgetReached)
                ++refused;
            else
                say(result.error().detail);
        });
    }
    demand(waitFor([&] { return answered == count; }, 100000), u"every call was answered"_s);
    say(u"%1 %2"_s.arg(granted).arg(refused));
    return 0;
}

int hold(const QString& folder)
{
    SqlConnection connection;
    demandOk(connection.open(folder + u"/orangery.sqlite"_s, SqlConnection::Access::ReadWrite), u"open"_s);
    demandOk(execute(connection.database(), u"PRAGMA locking_mode = EXCLUSIVE"_s), u"mode"_s);
    demandOk(execute(connection.database(), u"BEGIN EXCLUSIVE"_s), u"begin"_s);
    say(u"held"_s);
    while (std::getchar() != EOF) {
    }
    return 0;
}

int run(const QStringList& arguments)
{
    const QString mode = arguments.value(1);
    const QString folder = arguments.value(2);
    if (mode == u"stream"_s)
        return stream(folder);
    if (mode == u"append"_s)
        return appendForever(folder);
    if (mode == u"hammer"_s)
        return hammer(folder, arguments.value(3).toInt(), arguments.value(4).toLongLong(),
                      arguments.value(5).toLongLong());
    if (mode == u"hold"_s)
        return hold(folder);
    if (mode == u"full"_s)
        return fullWhileRunning(folder);
    if (mode == u"full-at-start"_s)
        return fullAtStart(folder);
    if (mode == u"full-at-migration"_s)
        return fullAtMigration(folder);
    if (mode == u"read-only"_s)
        return readOnly(folder);
    say(u"unknown mode"_s);
    return 2;
}

} // namespace

} // namespace orangery::test

int main(int argc, char** argv)
{
    using namespace orangery::test;
    const QString mode = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    if (mode.startsWith(u"full"_s) || mode == u"read-only"_s) {
        if (const QString reason = enterOwnMounts(); !reason.isEmpty()) {
            say(reason);
            return 77;
        }
    }
    const QCoreApplication application(argc, argv);
    return run(QCoreApplication::arguments());
}
