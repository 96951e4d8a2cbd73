// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/json.h"

#include "fuzz/check.h"
#include "workersai/base64.h"
#include "workersai/jsonscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace orangery::fuzz {

namespace {

constexpr qsizetype longValue = 8;
constexpr qsizetype mostCompared = 100; // each looks at all

bool isInside(QByteArrayView part, const QByteArray& whole)
{
    return part.data() >= whole.constData() && part.data() + part.size() <= whole.constData() + whole.size();
}

/// One name may be written in several ways: then there is no telling which member is the last.
bool areNamesPlain(const QList<jsonscan::Member>& members)
{
    return std::ranges::none_of(members,
                                [](const jsonscan::Member& member) { return member.name.contains('\\'); });
}

} // namespace

void scanJson(const QByteArray& json)
{
    const auto members = jsonscan::members(json);
    const QJsonDocument document = QJsonDocument::fromJson(json);
    check(members || !document.isObject(), "an object is one to both");
    if (!members)
        return;
    for (const jsonscan::Member& member : *members) {
        check(isInside(member.name, json) && isInside(member.value, json), "a member is in its text");
        check(!member.value.isEmpty(), "a member has a value");
    }
    const auto shortened = jsonscan::shortened(json, longValue, {"kept"});
    check(shortened.has_value() && jsonscan::members(*shortened), "what was shortened can be read");
    if (!document.isObject() || !areNamesPlain(*members))
        return;
    const QJsonObject object = document.object();
    const QJsonObject rest = QJsonDocument::fromJson(*shortened).object();
    check(rest.keys() == object.keys(), "all members are left");
    check(rest.value(u"kept") == object.value(u"kept"), "what is kept is left as it is");
    for (const jsonscan::Member& member : members->mid(0, mostCompared)) {
        const QByteArrayView last = jsonscan::valueOf(*members, member.name);
        const QJsonArray alone = QJsonDocument::fromJson('[' + last.toByteArray() + ']').array();
        check(alone.size() == 1 && alone.first() == object.value(QString::fromUtf8(member.name)),
              "the last of a name is its value");
    }
}

void readBase64(const QByteArray& text)
{
    const auto bytes = fromBase64(text);
    const auto expected = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    check(!bytes || *bytes == *expected, "the bytes are those that Qt reads");
    check(bytes || !expected || text.size() % 4 != 0, "whole groups are read");
    check(!bytes || bytes->size() <= text.size(), "the bytes are in their text");
    const QByteArray encoded = text.toBase64();
    check(fromBase64(encoded) == text, "what was encoded is decoded");
}

} // namespace orangery::fuzz
