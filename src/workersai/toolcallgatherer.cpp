// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/toolcallgatherer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace orangery {

void ToolCallGatherer::take(const QJsonArray& pieces)
{
    for (const QJsonValue& piece : pieces)
        takePiece(piece.toObject());
}

void ToolCallGatherer::takePiece(const QJsonObject& piece)
{
    const QJsonValue function = piece.value(u"function");
    const QJsonObject what = function.isObject() ? function.toObject() : piece;
    QString id = piece.value(u"call_id").toString(); // a Responses item has an id of its own besides
    if (id.isEmpty())
        id = piece.value(u"id").toString();
    const QString name = what.value(u"name").toString();
    const QJsonValue arguments = what.value(u"arguments");
    if (id.isEmpty() && name.isEmpty() && !arguments.isObject() && arguments.toString().isEmpty())
        return; // the closing marker
    const QJsonValue index = piece.value(u"index");
    Entry& entry = entryFor(index.isDouble() ? std::optional(index.toInt()) : std::nullopt, id, name);
    if (entry.call.id.isEmpty())
        entry.call.id = id;
    if (entry.call.name.isEmpty())
        entry.call.name = name;
    if (arguments.isObject())
        entry.call.arguments =
            QString::fromUtf8(QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact));
    else
        entry.call.arguments += arguments.toString();
}

ToolCallGatherer::Entry& ToolCallGatherer::entryFor(std::optional<int> index, const QString& id,
                                                    const QString& name)
{
    auto entry = m_entries.end();
    if (index)
        entry = std::ranges::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Entry& known) {
                    return known.index.value_or(0) == *index;
                }).base();
    if (entry != m_entries.begin()) {
        Entry& known = *std::prev(entry);
        const bool isOtherId = !id.isEmpty() && !known.call.id.isEmpty() && id != known.call.id;
        const bool isSameId = !id.isEmpty() && id == known.call.id;
        // without an index a name starts a call; with one it may be repeated in each piece
        const bool isOtherName =
            !name.isEmpty() && !known.call.name.isEmpty() && !isSameId && (!index || name != known.call.name);
        if (!isOtherId && !isOtherName)
            return known;
    }
    m_entries.append({index, {}});
    return m_entries.last();
}

QList<ToolCall> ToolCallGatherer::calls() const
{
    QList<ToolCall> calls;
    for (const Entry& entry : m_entries) {
        if (entry.call.name.isEmpty())
            continue;
        calls.append(entry.call);
        if (calls.last().arguments.trimmed().isEmpty())
            calls.last().arguments = QStringLiteral("{}");
    }
    return calls;
}

} // namespace orangery
