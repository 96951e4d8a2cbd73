// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/messagerow.h"

#include "storage/statement.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

constexpr std::array roleNames = {"system"_L1, "user"_L1, "assistant"_L1};
constexpr std::array stateNames = {"done"_L1, "streaming"_L1, "stopped"_L1, "interrupted"_L1, "failed"_L1};
constexpr std::array finishNames = {"stop"_L1,           "length"_L1,    "tool-calls"_L1,
                                    "content-filter"_L1, "truncated"_L1, "unknown"_L1};

template <typename Enum, size_t size>
QString nameOf(const std::array<QLatin1StringView, size>& names, Enum value)
{
    return names.at(static_cast<size_t>(value));
}

/// `fallback` for a name of another version.
template <typename Enum, size_t size>
Enum valueOf(const std::array<QLatin1StringView, size>& names, const QString& name, Enum fallback)
{
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? fallback : static_cast<Enum>(found - names.begin());
}

/// Binds every column; the id comes last, so that INSERT and UPDATE share the order.
void bindAll(Statement& statement, const StoredMessage& message)
{
    statement.bind(message.conversationId);
    if (message.parentId == 0)
        statement.bindNull();
    else
        statement.bind(message.parentId);
    statement.bind(nameOf(roleNames, message.role))
        .bind(message.model)
        .bind(nameOf(stateNames, message.state))
        .bind(nameOf(finishNames, message.finishReason))
        .bind(message.createdAt);
    if (message.usage) {
        statement.bind(message.usage->promptTokens)
            .bind(message.usage->completionTokens)
            .bind(message.usage->cachedTokens);
    } else {
        statement.bindNull().bindNull().bindNull();
    }
    statement.bind(message.estimate)
        .bind(message.neurons)
        .bind(message.isNeuronsReported)
        .bind(message.latencyMs)
        .bind(message.firstTokenMs)
        .bind(message.errorKind)
        .bind(message.callId)
        .bind(message.errorDetail)
        .bind(message.reasoning)
        .bind(message.text)
        .bind(message.id);
}

StoredMessage read(const Statement& row)
{
    StoredMessage message;
    message.conversationId = row.integer(0);
    message.parentId = row.integer(1);
    message.role = valueOf(roleNames, row.text(2), ChatRole::User);
    message.model = row.text(3);
    message.state = valueOf(stateNames, row.text(4), StoredMessage::State::Done);
    message.finishReason = valueOf(finishNames, row.text(5), FinishReason::Unknown);
    message.createdAt = row.time(6);
    if (!row.isNull(7))
        message.usage = TokenUsage{int(row.integer(7)), int(row.integer(8)), int(row.integer(9))};
    message.estimate = row.optionalNeurons(10);
    message.neurons = row.optionalNeurons(11);
    message.isNeuronsReported = row.integer(12) != 0;
    message.latencyMs = row.integer(13);
    message.firstTokenMs = row.integer(14);
    message.errorKind = row.text(15);
    message.callId = row.integer(16);
    message.errorDetail = row.text(17);
    message.reasoning = row.text(18);
    message.text = row.text(19);
    message.id = row.integer(20);
    return message;
}

/// Ids grow with time, so rows in their order are right already unless the clock was set back between two.
QList<StoredMessage> parentsFirst(const QList<StoredMessage>& messages)
{
    QSet<qint64> placed;
    QHash<qint64, QList<qsizetype>> waiting; // children by the parent they wait for
    QList<StoredMessage> ordered;
    ordered.reserve(messages.size());
    const auto place = [&](qsizetype first) {
        QList<qsizetype> ready = {first};
        while (!ready.isEmpty()) {
            const StoredMessage& message = messages.at(ready.takeFirst());
            ordered.append(message);
            placed.insert(message.id);
            ready.append(waiting.take(message.id));
        }
    };
    for (qsizetype i = 0; i < messages.size(); ++i) {
        const qint64 parent = messages.at(i).parentId;
        if (parent == 0 || placed.contains(parent))
            place(i);
        else
            waiting[parent].append(i);
    }
    // a ring, which only a damaged file can hold: shown all the same
    for (const auto& indexes : std::as_const(waiting)) {
        for (const qsizetype i : indexes)
            ordered.append(messages.at(i));
    }
    return ordered;
}

} // namespace

Result<void> insertMessage(const QSqlDatabase& database, const StoredMessage& message)
{
    Statement insert(database,
                     uR"(INSERT INTO message (conversation_id, parent_id, role, model, state, finish_reason,
        created_at, prompt_tokens, completion_tokens, cached_tokens, estimate, neurons, neurons_reported, latency_ms,
        first_token_ms, error_kind, call_id, error_detail, reasoning, text, id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?))"_s);
    bindAll(insert, message);
    return insert.run();
}

Result<void> updateMessage(const QSqlDatabase& database, const StoredMessage& message)
{
    Statement update(database, uR"(UPDATE message SET conversation_id = ?, parent_id = ?, role = ?, model = ?,
        state = ?, finish_reason = ?, created_at = ?, prompt_tokens = ?, completion_tokens = ?, cached_tokens = ?,
        estimate = ?, neurons = ?, neurons_reported = ?, latency_ms = ?, first_token_ms = ?, error_kind = ?,
        call_id = ?, error_detail = ?, reasoning = ?, text = ? WHERE id = ?)"_s);
    bindAll(update, message);
    return update.change(u"there is no message %1"_s.arg(message.id));
}

Result<QList<StoredMessage>> selectMessages(const QSqlDatabase& database, qint64 conversationId)
{
    QList<StoredMessage> messages;
    Statement select(database,
                     uR"(SELECT conversation_id, parent_id, role, model, state, finish_reason, created_at,
        prompt_tokens, completion_tokens, cached_tokens, estimate, neurons, neurons_reported, latency_ms,
        first_token_ms, error_kind, call_id, error_detail, reasoning, text, id
        FROM message WHERE conversation_id = ? ORDER BY id)"_s);
    select.bind(conversationId);
    const auto ran = select.each([&] { messages.append(read(select)); });
    if (!ran)
        return ran.error();
    return parentsFirst(messages);
}

} // namespace orangery
