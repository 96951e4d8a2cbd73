// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact.h"

#include <QRegularExpression>
#include <QUrl>

namespace orangery {

namespace {

const QLatin1String mark("[redacted]");

} // namespace

QString redacted(QString text, const SecretString& secret)
{
    if (!secret.isEmpty()) {
        const QByteArray bytes = secret.reveal();
        text.replace(QString::fromUtf8(bytes), mark);
        text.replace(QString::fromLatin1(bytes.toBase64()), mark);
        text.replace(QString::fromLatin1(bytes.toBase64(QByteArray::OmitTrailingEquals)), mark);
        text.replace(QString::fromLatin1(bytes.toPercentEncoding()), mark);
    }
    static const QRegularExpression bearer(QStringLiteral("(bearer\\s+)[^\\s\"',;]+"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(
        QStringLiteral(
            "((?:api[_-]?(?:key|token)|authorization|password|secret|x-auth-key)\"?\\s*[:=]\\s*\"?)"
            "(?!\\[redacted\\]|bearer\\b)[^\\s\"',;&]+"),
        QRegularExpression::CaseInsensitiveOption);
    text.replace(bearer, QLatin1String("\\1") + mark);
    text.replace(named, QLatin1String("\\1") + mark);
    return text;
}

} // namespace orangery
