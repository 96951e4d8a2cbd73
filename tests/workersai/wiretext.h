// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/testserver.h"
#include "workersai/apicontext.h"

#include <QByteArray>

namespace orangery::test {

inline constexpr char accountId[] = "0123456789abcdef0123456789abcdef";
inline constexpr char tokenText[] = "unit-Token_4kX9mQ2vT7bR1sW8yZ3nC6dF0gH5jL";

inline ApiContext apiAt(const QUrl& baseUrl)
{
    return {baseUrl, QString::fromLatin1(accountId), SecretString(QByteArray(tokenText))};
}

inline QByteArray envelope(const QByteArray& result)
{
    return R"({"result":)" + result + R"(,"success":true,"errors":[],"messages":[]})";
}

inline QByteArray failure(int code, const QByteArray& message)
{
    return R"({"result":null,"success":false,"errors":[{"code":)" + QByteArray::number(code) +
           R"(,"message":")" + message + R"("}],"messages":[]})";
}

/// An answer that streams these events, each as `data: …` and an empty line.
inline WireReply stream(const QList<QByteArray>& events)
{
    WireReply reply;
    reply.contentType = "text/event-stream";
    reply.way = WireReply::Way::Chunked;
    for (const QByteArray& event : events)
        reply.body += "data: " + event + "\n\n";
    return reply;
}

inline WireReply json(const QByteArray& body, int status = 200)
{
    WireReply reply;
    reply.status = status;
    reply.body = body;
    return reply;
}

} // namespace orangery::test
