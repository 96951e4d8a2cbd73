// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/fault.h"
#include "sandbox/jsonwriter.h"

#include <algorithm>

namespace orangery::sandbox {

namespace {

constexpr auto unfinishedJson = R"({"result":{"response":"this JSON never en)";

/// The same refusal in the forms that were seen in the field (API.md §1).
Reply errorVariant(Failure row, const QString& variant)
{
    bool isStatus = false;
    const int status = variant.toInt(&isStatus);
    if (isStatus)
        row.status = status;
    const QString plain = QString(row.message).remove(QStringLiteral("AiError: "));
    const QString coded = row.code ? QString::number(row.code) + QStringLiteral(": ") + plain : plain;

    if (variant == u"no-code") {
        row.message = QStringLiteral("AiError: ") + coded;
        row.code = 0;
        row.secondCode = 0;
        return failure(row);
    }
    if (variant == u"double-prefix") {
        row.message =
            QStringLiteral("AiError: AiError: %1 (7d9f0c3e-5b1a-4f62-9a8e-3c2d1b0a9f8e)").arg(plain);
        return failure(row);
    }
    if (variant == u"text") {
        row.message =
            QStringLiteral("AiError: AiError: %1 (00003040-5b1a-4f62-9a8e-3c2d1b0a9f8e)").arg(coded);
        row.code = 0;
        row.secondCode = 0;
        return failure(row);
    }
    if (variant == u"openai") {
        const QByteArray error = ObjectWriter()
                                     .string("message", QStringLiteral("AiError: ") + coded)
                                     .string("type", QStringLiteral("error"))
                                     .bytes();
        return jsonReply(row.status, ObjectWriter().raw("error", error).bytes());
    }
    if (variant == u"v1")
        return openAiFailure(row);
    if (variant == u"no-result") {
        const QByteArray errors = ArrayWriter().raw(errorObject(row.code, row.message)).bytes();
        return jsonReply(row.status, ObjectWriter().boolean("success", false).raw("errors", errors).bytes());
    }
    if (variant == u"code-string") {
        const QByteArray error =
            ObjectWriter().string("code", QString::number(row.code)).string("message", row.message).bytes();
        return jsonReply(row.status, ObjectWriter()
                                         .boolean("success", false)
                                         .raw("errors", ArrayWriter().raw(error).bytes())
                                         .raw("messages", "[]")
                                         .raw("result", "null")
                                         .bytes());
    }
    if (variant == u"string-messages") {
        const QByteArray errors = ArrayWriter().raw(errorObject(row.code, row.message)).bytes();
        return jsonReply(row.status, ObjectWriter()
                                         .boolean("success", false)
                                         .raw("errors", errors)
                                         .raw("messages", R"(["a message that is a string"])")
                                         .raw("result", "null")
                                         .bytes());
    }
    return failure(row);
}

Reply htmlPage(int status)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    reply.body = "<!DOCTYPE html>\n<html><head><title>Welcome</title></head>"
                 "<body><h1>This is not Workers AI</h1></body></html>\n";
    return reply;
}

/// What is left of a real answer that the client never gets to see.
void lose(const Fault& fault, Reply& reply)
{
    if (const int status = fault.variant.toInt(); status > 0) {
        reply = htmlPage(status);
        return;
    }
    reply.events.clear();
    reply.body = fault.variant == u"bad-json" ? QByteArray(unfinishedJson) : QByteArray();
    reply.headers.removeIf([](const auto& header) { return header.first == "Content-Type"; });
    reply.headers.emplaceBack("Content-Type", "application/json");
}

void insertAfter(Reply& reply, int events, const std::vector<QByteArray>& added, bool keepRest)
{
    const auto at = reply.events.begin() + std::min<std::ptrdiff_t>(events, std::ssize(reply.events) - 1);
    std::vector<QByteArray> changed(reply.events.begin(), at);
    changed.insert(changed.end(), added.begin(), added.end());
    if (keepRest)
        changed.insert(changed.end(), at, reply.events.end());
    reply.events = std::move(changed);
}

} // namespace

std::optional<Reply> replacement(const Fault& fault)
{
    bool isCode = false;
    const int code = fault.name.toInt(&isCode);
    if (isCode)
        return errorVariant(errorRow(code), fault.variant);

    if (fault.is("json-mode"))
        return errorVariant(schemaNotMet(), fault.variant);

    Reply reply;
    if (fault.is("status")) {
        reply.status = fault.number(500);
        return reply;
    }
    if (fault.is("rate-limit")) {
        reply = failure({429, 0, QStringLiteral("Too many requests"), 0, {}});
        reply.headers.append({"Retry-After", QByteArray::number(fault.number(1))});
        return reply;
    }
    if (fault.is("html")) {
        bool ok = false;
        const int status = fault.variant.toInt(&ok);
        return htmlPage(ok ? status : 200);
    }
    if (fault.is("bad-json"))
        return jsonReply(200, unfinishedJson);
    if (fault.is("empty"))
        return jsonReply(200, {});
    if (fault.is("redirect")) {
        reply.status = 302;
        reply.headers = {{"Location", fault.argument.toUtf8()}};
        return reply;
    }
    return std::nullopt;
}

bool takesHead(const Fault& fault)
{
    return fault.is("lost") && (fault.variant.isEmpty() || fault.variant.toInt() > 0);
}

bool takesUsage(const Fault& fault, const Reply& reply)
{
    if (fault.is("lost") || fault.is("hang"))
        return true;
    if (!reply.isStream()) {
        const bool isJson = std::any_of(reply.headers.begin(), reply.headers.end(), [](const auto& header) {
            return header.first == "Content-Type" && header.second.startsWith("application/json");
        });
        return fault.is("cut") || fault.is("stall") || (fault.is("garbage") && isJson);
    }
    // its last events are the usage and [DONE]
    const bool ends =
        fault.is("cut") || fault.is("stall") || fault.is("truncated") || fault.is("error-event");
    return ends && fault.number(3) < std::ssize(reply.events) - 2;
}

void distort(const Fault& fault, Reply& reply)
{
    if (fault.is("lost"))
        return lose(fault, reply);
    if (!reply.isStream()) {
        if (fault.is("garbage"))
            reply.body = "}{ not JSON" + reply.body;
        return;
    }
    const int events = fault.number(3);
    if (fault.is("garbage")) {
        insertAfter(reply, events,
                    {"data: {\"response\":\"never closed\n\n", "data: not JSON at all\n\n", "data:\n\n"},
                    true);
    } else if (fault.is("no-done")) {
        reply.events.pop_back();
    } else if (fault.is("truncated")) {
        insertAfter(reply, events, {}, false);
    } else if (fault.is("error-event")) {
        const QByteArray error = errorObject(3040, errorRow(3040).message);
        insertAfter(reply, events,
                    {fault.variant == u"errors" ? "data: {\"errors\":[" + error + "]}\n\n"
                                                : "data: {\"error\":" + error + "}\n\n"},
                    false);
    } else if (fault.is("crlf")) {
        for (QByteArray& event : reply.events)
            event.replace("\n", "\r\n");
    } else if (fault.is("comments")) {
        for (QByteArray& event : reply.events)
            event.prepend(": data: a comment\n\n");
    }
}

} // namespace orangery::sandbox
