// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/redact.h"

#include <QRegularExpression>
#include <QUrl>

namespace orangery {

namespace {

const QLatin1String mark("[redacted]");

QList<QByteArray> spellingsOf(const SecretString& secret)
{
    if (secret.isEmpty())
        return {};
    const QByteArray bytes = secret.reveal();
    return {bytes, bytes.toBase64(), bytes.toBase64(QByteArray::OmitTrailingEquals),
            bytes.toPercentEncoding()};
}

} // namespace

QString redacted(QString text, const SecretString& secret)
{
    // nothing matches a text with half a character in it, and what should be hidden would stay
    if (!text.isValidUtf16())
        text = QString::fromUtf8(text.toUtf8());
    for (const QByteArray& spelling : spellingsOf(secret))
        text.replace(QString::fromUtf8(spelling), mark);
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

QByteArray withoutSecret(QByteArray bytes, const SecretString& secret)
{
    for (const QByteArray& spelling : spellingsOf(secret)) {
        if (bytes.contains(spelling))
            bytes.replace(spelling, QByteArrayView(mark.data(), mark.size()));
    }
    return bytes;
}

} // namespace orangery
