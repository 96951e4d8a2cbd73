// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/jsonbody.h"

#include "sandbox/errorrows.h"

#include <QJsonDocument>

namespace orangery::sandbox {

namespace {

// API.md names 3006 without a size for JSON; this is far above any context window.
constexpr qsizetype largestBody = 24 * 1024 * 1024;

} // namespace

std::variant<QJsonObject, Failure> jsonBody(const ServerRequest& request)
{
    if (request.body.isEmpty())
        return errorRow(3003);
    if (request.body.size() > largestBody)
        return errorRow(3006);
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return badInput(QStringLiteral("the body is not a JSON object"));
    return document.object();
}

std::variant<QJsonObject, Failure> checkedBody(const ServerRequest& request, const FieldRules* rules)
{
    auto body = jsonBody(request);
    if (const auto* object = std::get_if<QJsonObject>(&body); object && rules) {
        if (auto failure = bodyFailure(*object, *rules))
            return *failure;
    }
    return body;
}

} // namespace orangery::sandbox
