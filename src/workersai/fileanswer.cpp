// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/fileanswer.h"

#include "workersai/answerfacts.h"
#include "workersai/base64.h"
#include "workersai/jsonscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace orangery::fileanswer {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/// What a string means that has escapes in it: a slash or a plus sign may be written so, and lines may end.
QByteArray unescaped(QByteArrayView jsonString)
{
    const QByteArray array = '[' + jsonString.toByteArray() + ']';
    QByteArray text = QJsonDocument::fromJson(array).array().first().toString().toLatin1();
    text.removeIf(isSpace);
    return text;
}

QByteArrayView withoutDataHead(QByteArrayView text)
{
    if (!text.startsWith("data:"))
        return text;
    const qsizetype comma = text.indexOf(',');
    const bool isBase64 = comma > 0 && text.first(comma).endsWith(";base64");
    return isBase64 ? text.sliced(comma + 1) : QByteArrayView();
}

std::optional<QByteArray> decoded(QByteArrayView text)
{
    text = withoutDataHead(text.trimmed());
    return text.isEmpty() ? std::nullopt : fromBase64(text);
}

void readUsage(const QList<jsonscan::Member>& members, ServiceFacts& facts)
{
    const QByteArrayView usage = jsonscan::valueOf(members, "usage");
    if (usage.startsWith('{') && usage.size() < 64 * 1024)
        answerfacts::readUsage(QJsonDocument::fromJson(usage.toByteArray()).object(), facts);
}

std::optional<QByteArray> fileIn(QByteArrayView jsonString)
{
    if (jsonString.size() < 2 || !jsonString.startsWith('"'))
        return std::nullopt;
    const QByteArrayView text = jsonString.sliced(1).chopped(1);
    return text.contains('\\') ? decoded(unescaped(jsonString)) : decoded(text);
}

} // namespace

std::optional<QByteArray> read(const QByteArray& json, QByteArrayView name, ServiceFacts& facts)
{
    const auto root = jsonscan::members(json);
    if (!root)
        return std::nullopt;
    QByteArrayView file;
    const QByteArrayView result = jsonscan::valueOf(*root, "result");
    if (const auto inner = jsonscan::members(result)) {
        file = jsonscan::valueOf(*inner, name);
        readUsage(*inner, facts);
    } else if (result.startsWith('"')) {
        file = result;
    }
    if (file.isEmpty())
        file = jsonscan::valueOf(*root, name);
    readUsage(*root, facts);
    return fileIn(file);
}

} // namespace orangery::fileanswer
