// SPDX-License-Identifier: GPL-3.0-or-later
// Errors in answers, events and texts. An answer is a line `status;media type;Retry-After;Date`, and its
// body.
#include "fuzz/check.h"
#include "fuzz/input.h"
#include "workersai/apierror.h"

#include <QRegularExpression>

namespace orangery::fuzz {
namespace {

const SecretString& secret()
{
    static const SecretString secret(QByteArrayLiteral("Orangery_secret-0123456789.abcdef"));
    return secret;
}

void checkDetail(const Error& error)
{
    checkError(error);
    check(!error.detail.contains(QString::fromLatin1(secret().reveal())), "the token is not shown");
    // at the edge the word that stands for a token may be cut
    static const QRegularExpression bearer(
        QStringLiteral("bearer\\s+(?!\\[redacted\\]|[\\[redact]*\\x{2026}$)[^\\s\"',;]"),
        QRegularExpression::CaseInsensitiveOption);
    check(!bearer.match(error.detail).hasMatch(), "no other token is shown");
}

HttpReply replyIn(Input& input)
{
    const QList<QByteArray> head = input.line().split(';');
    HttpReply reply;
    reply.head.status = qBound(0, head.value(0).toInt(), 999);
    reply.head.headers = {
        {"content-type", head.value(1)}, {"retry-after", head.value(2)}, {"date", head.value(3)}};
    reply.body = input.rest();
    return reply;
}

void readAnswer(const HttpReply& reply)
{
    const int status = reply.head.status;
    const auto error = errorIn(reply, secret());
    check(error || (status >= 200 && status < 300), "only a success has no error");
    if (error) {
        checkDetail(*error);
        check(error->httpStatus == status, "an error has its status");
    }
    const Error invalid = invalidAnswer(reply, secret());
    checkInvalid(invalid);
    checkDetail(invalid);
}

void readEvent(const QByteArray& json)
{
    if (const auto error = errorInEvent(json, secret()))
        checkDetail(*error);
}

void readText(const QByteArray& bytes)
{
    const auto size = bytes.size() / static_cast<qsizetype>(sizeof(char16_t));
    Error error = Error::of(ErrorKind::ServiceFailed);
    error.detail = errorDetail(QString(reinterpret_cast<const QChar*>(bytes.constData()), size), secret());
    checkDetail(error);
}

} // namespace
} // namespace orangery::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace orangery::fuzz;
    Input input(data, size);
    switch (input.choose(3)) {
    case 0:
        readAnswer(replyIn(input));
        break;
    case 1:
        readEvent(input.rest());
        break;
    default:
        readText(input.rest());
        break;
    }
    return 0;
}
