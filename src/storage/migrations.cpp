// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "storage/backup.h"
#include "storage/statement.h"
#include "storage/transaction.h"

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

// Times are milliseconds since 1970 UTC, neurons are millionths. The long texts come last in their row, so
// that reading the other columns does not walk through them.
const Migration chats = {
    uR"(CREATE TABLE conversation (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        model TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        deleted_at INTEGER,
        message_count INTEGER NOT NULL DEFAULT 0,
        neurons INTEGER NOT NULL DEFAULT 0))"_s,
    u"CREATE INDEX conversation_newest ON conversation (changed_at DESC, id DESC) WHERE deleted_at IS NULL"_s,
    // A parent lies in the same conversation. The key is deferred and does not cascade: deleting a
    // conversation deletes its messages in one go, while a cascade from parent to child would end at SQLite's
    // depth of 1,000.
    uR"(CREATE TABLE message (
        id INTEGER PRIMARY KEY,
        conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
        parent_id INTEGER,
        role TEXT NOT NULL,
        model TEXT NOT NULL,
        state TEXT NOT NULL,
        finish_reason TEXT NOT NULL,
        created_at INTEGER,
        prompt_tokens INTEGER,
        completion_tokens INTEGER,
        cached_tokens INTEGER,
        estimate INTEGER,
        neurons INTEGER,
        neurons_reported INTEGER NOT NULL,
        latency_ms INTEGER NOT NULL,
        first_token_ms INTEGER NOT NULL,
        error_kind TEXT NOT NULL,
        call_id INTEGER,
        error_detail TEXT NOT NULL,
        reasoning TEXT NOT NULL,
        text TEXT NOT NULL,
        FOREIGN KEY (conversation_id, parent_id) REFERENCES message (conversation_id, id)
            DEFERRABLE INITIALLY DEFERRED))"_s,
    u"CREATE UNIQUE INDEX message_conversation ON message (conversation_id, id)"_s,
    u"CREATE INDEX message_parent ON message (conversation_id, parent_id) WHERE parent_id IS NOT NULL"_s,
    u"CREATE INDEX message_streaming ON message (id) WHERE state = 'streaming'"_s,
    // The list shows a count and a sum for thousands of conversations at once: kept here, by the database
    // itself, so that no way of changing a message can miss them. A streamed piece of text does not come by
    // here.
    uR"(CREATE TRIGGER message_added AFTER INSERT ON message BEGIN
        UPDATE conversation SET message_count = message_count + 1, neurons = neurons + COALESCE(NEW.neurons, 0)
            WHERE id = NEW.conversation_id;
        END)"_s,
    uR"(CREATE TRIGGER message_removed AFTER DELETE ON message BEGIN
        UPDATE conversation SET message_count = message_count - 1, neurons = neurons - COALESCE(OLD.neurons, 0)
            WHERE id = OLD.conversation_id;
        END)"_s,
    uR"(CREATE TRIGGER message_changed AFTER UPDATE OF conversation_id, neurons ON message BEGIN
        UPDATE conversation SET message_count = message_count - 1, neurons = neurons - COALESCE(OLD.neurons, 0)
            WHERE id = OLD.conversation_id;
        UPDATE conversation SET message_count = message_count + 1, neurons = neurons + COALESCE(NEW.neurons, 0)
            WHERE id = NEW.conversation_id;
        END)"_s,
    // conversation 0 is the one that is not created yet, hence no foreign key
    u"CREATE TABLE draft (conversation_id INTEGER PRIMARY KEY, text TEXT NOT NULL)"_s,
};

const Migration ledger = {
    uR"(CREATE TABLE call (
        id INTEGER PRIMARY KEY,
        account_uuid TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        utc_day TEXT NOT NULL,
        task TEXT NOT NULL,
        model TEXT NOT NULL,
        origin TEXT NOT NULL,
        state TEXT NOT NULL,
        estimate INTEGER NOT NULL,
        neurons INTEGER,
        reported INTEGER NOT NULL DEFAULT 0,
        prompt_tokens INTEGER NOT NULL DEFAULT 0,
        completion_tokens INTEGER NOT NULL DEFAULT 0,
        cached_tokens INTEGER NOT NULL DEFAULT 0,
        http_status INTEGER NOT NULL DEFAULT 0,
        latency_ms INTEGER NOT NULL DEFAULT 0,
        error_kind TEXT NOT NULL DEFAULT '',
        ray_id TEXT NOT NULL DEFAULT ''))"_s,
    // the budget adds a day from this alone
    u"CREATE INDEX call_day ON call (account_uuid, utc_day, state, neurons, estimate)"_s,
    u"CREATE INDEX call_origin ON call (account_uuid, origin, started_at)"_s,
    u"CREATE INDEX call_reserved ON call (started_at) WHERE state = 'reserved'"_s,
};

const Migration calls = {
    u"ALTER TABLE call ADD COLUMN subject TEXT NOT NULL DEFAULT ''"_s,
    u"ALTER TABLE call ADD COLUMN booked_by TEXT NOT NULL DEFAULT ''"_s,
    u"ALTER TABLE call ADD COLUMN units TEXT NOT NULL DEFAULT ''"_s,
    u"ALTER TABLE call ADD COLUMN list_price INTEGER"_s,
    // the most that a running call can come to, which is what limits count
    u"ALTER TABLE call ADD COLUMN hold INTEGER NOT NULL DEFAULT 0"_s,
    u"UPDATE call SET hold = estimate"_s,
    u"ALTER TABLE call ADD COLUMN saved INTEGER NOT NULL DEFAULT 0"_s,
    u"UPDATE call SET booked_by = CASE reported WHEN 0 THEN 'price' ELSE 'header' END WHERE state = 'booked'"_s,
    u"DROP INDEX call_day"_s,
    u"CREATE INDEX call_day ON call (account_uuid, utc_day, state, neurons, estimate, hold, saved, error_kind)"_s,
    // how much of a minute's requests is used, and what a conversation has cost
    u"CREATE INDEX call_rate ON call (account_uuid, started_at, task, model, booked_by)"_s,
    u"CREATE INDEX call_subject ON call (account_uuid, subject, state, neurons, hold) WHERE subject <> ''"_s,
    u"CREATE INDEX call_measured ON call (started_at) WHERE reported = 1 AND list_price > 0"_s,
};

const Migration countedPrompts = {
    u"ALTER TABLE call ADD COLUMN counted_prompt INTEGER NOT NULL DEFAULT 0"_s,
    u"CREATE INDEX call_counted ON call (started_at) WHERE counted_prompt > 0"_s,
};

const Migration branches = {
    u"ALTER TABLE conversation ADD COLUMN shown_message_id INTEGER"_s,
};

struct Found
{
    qint64 version = 0;
    qint64 tables = 0;
};

Result<Found> look(const QSqlDatabase& database)
{
    Found found;
    Statement version(database, u"PRAGMA user_version"_s);
    if (const auto read = version.first(); !read)
        return read.error();
    found.version = version.integer(0);
    Statement tables(database, u"SELECT COUNT(*) FROM sqlite_schema"_s);
    if (const auto read = tables.first(); !read)
        return read.error();
    found.tables = tables.integer(0);
    return found;
}

Result<void> check(const Found& found, const QString& file, const QList<Migration>& steps)
{
    if (found.version > steps.size()) {
        return Error::of(ErrorKind::StorageTooNew, QStringLiteral("%1 has version %2, this program knows %3")
                                                       .arg(file)
                                                       .arg(found.version)
                                                       .arg(steps.size()));
    }
    if (found.version < 0 || (found.version == 0 && found.tables > 0))
        return Error::of(ErrorKind::StorageCorrupt,
                         QStringLiteral("%1 is another program's database").arg(file));
    return {};
}

/// Both facts from one state of the file, even while another process migrates it.
Result<Found> lookAtOnce(const QSqlDatabase& database)
{
    if (const auto begun = execute(database, u"BEGIN"_s); !begun)
        return begun.error();
    auto found = look(database);
    if (const auto ended = execute(database, u"COMMIT"_s); !ended && found)
        return ended.error();
    return found;
}

Result<void> run(const QSqlDatabase& database, const QList<Migration>& steps)
{
    Transaction transaction(database, Transaction::Durability::PowerLoss);
    if (const auto begun = transaction.begin(); !begun)
        return begun;
    // again, because another process may have migrated it between the copy and the lock
    const auto found = look(database);
    if (!found)
        return found.error();
    if (const auto checked = check(*found, database.databaseName(), steps); !checked)
        return checked;
    for (qsizetype step = found->version; step < steps.size(); ++step) {
        for (const QString& sql : steps.at(step)) {
            if (const auto done = execute(database, sql); !done)
                return done;
        }
    }
    Statement broken(database, u"PRAGMA foreign_key_check"_s);
    const auto isBroken = broken.first();
    if (!isBroken)
        return isBroken.error();
    if (*isBroken)
        return Error::of(ErrorKind::StorageFailed,
                         u"the migration would break a reference in "_s + broken.text(0));
    if (const auto set = execute(database, u"PRAGMA user_version = %1"_s.arg(steps.size())); !set)
        return set;
    return transaction.commit();
}

} // namespace

const QList<Migration>& migrations()
{
    static const QList<Migration> steps = {chats, ledger, calls, countedPrompts, branches};
    return steps;
}

int schemaVersion()
{
    return int(migrations().size());
}

Result<void> checkVersion(const QSqlDatabase& database, const QList<Migration>& steps)
{
    const auto found = lookAtOnce(database);
    return found ? check(*found, database.databaseName(), steps) : Result<void>(found.error());
}

Result<void> migrate(const QSqlDatabase& database, const QList<Migration>& steps)
{
    const auto found = lookAtOnce(database);
    if (!found)
        return found.error();
    if (const auto checked = check(*found, database.databaseName(), steps); !checked)
        return checked;
    if (found->version == steps.size())
        return {};
    if (found->version > 0) {
        if (const auto copied = backUp(database, int(found->version)); !copied)
            return copied;
    }
    return run(database, steps);
}

} // namespace orangery
