// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/toolcallgatherer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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
    ToolCall& call = callFor(index.isDouble() ? std::optional(index.toInt()) : std::nullopt, id, name);
    if (call.id.isEmpty())
        call.id = id;
    if (call.name.isEmpty())
        call.name = name;
    if (arguments.isObject())
        call.arguments =
            QString::fromUtf8(QJsonDocument(arguments.toObject()).toJson(QJsonDocument::Compact));
    else
        call.arguments += arguments.toString();
}

// One look-up a piece, however many calls there are: an endless stream of them must not slow down.
ToolCall& ToolCallGatherer::callFor(std::optional<int> index, const QString& id, const QString& name)
{
    const qsizetype where = index ? m_where.value(*index, -1) : m_calls.size() - 1;
    if (where >= 0) {
        ToolCall& known = m_calls[where];
        const bool isOtherId = !id.isEmpty() && !known.id.isEmpty() && id != known.id;
        const bool isSameId = !id.isEmpty() && id == known.id;
        // without an index a name starts a call; with one it may be repeated in each piece
        const bool isOtherName =
            !name.isEmpty() && !known.name.isEmpty() && !isSameId && (!index || name != known.name);
        if (!isOtherId && !isOtherName)
            return known;
    }
    m_where.insert(index.value_or(0), m_calls.size());
    return m_calls.emplaceBack();
}

QList<ToolCall> ToolCallGatherer::calls() const
{
    QList<ToolCall> calls;
    for (const ToolCall& call : m_calls) {
        if (call.name.isEmpty())
            continue;
        calls.append(call);
        if (calls.last().arguments.trimmed().isEmpty())
            calls.last().arguments = QStringLiteral("{}");
    }
    return calls;
}

} // namespace orangery
