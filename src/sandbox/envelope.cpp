// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/envelope.h"

#include "sandbox/jsonwriter.h"

namespace orangery::sandbox {

Reply jsonReply(int status, const QByteArray& body)
{
    Reply reply;
    reply.status = status;
    reply.headers = {{"Content-Type", "application/json"}};
    reply.body = body;
    return reply;
}

QByteArray errorObject(int code, const QString& message)
{
    ObjectWriter error;
    if (code)
        error.number("code", code);
    return error.string("message", message).bytes();
}

Reply success(const QByteArray& result, const QByteArray& resultInfo)
{
    ObjectWriter body;
    body.raw("result", result).boolean("success", true).raw("errors", "[]").raw("messages", "[]");
    if (!resultInfo.isEmpty())
        body.raw("result_info", resultInfo);
    return jsonReply(200, body.bytes());
}

Reply failure(const Failure& failure)
{
    ArrayWriter errors;
    errors.raw(errorObject(failure.code, failure.message));
    if (failure.secondCode)
        errors.raw(errorObject(failure.secondCode, failure.secondMessage));
    ObjectWriter body;
    body.boolean("success", false).raw("errors", errors.bytes()).raw("messages", "[]").raw("result", "null");
    return jsonReply(failure.status, body.bytes());
}

Reply openAiFailure(const Failure& failure)
{
    // The documented forms carry no code of their own; clients find it in the text.
    QString message = failure.message;
    const QString prefix = QStringLiteral("AiError: ");
    if (failure.code) {
        if (message.startsWith(prefix))
            message.remove(0, prefix.size());
        message = prefix + QString::number(failure.code) + QStringLiteral(": ") + message;
    }
    ArrayWriter errors;
    errors.raw(errorObject(0, message));
    return jsonReply(failure.status, ObjectWriter().raw("errors", errors.bytes()).bytes());
}

} // namespace orangery::sandbox
