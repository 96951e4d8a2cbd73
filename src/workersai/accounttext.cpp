// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/accounttext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace orangery::accounttext {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::AccountInput)
};

} // namespace

QString withoutInvisible(const QString& text)
{
    static const QRegularExpression invisible(QStringLiteral("[\\p{Cf}\\x{FE00}-\\x{FE0F}]"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression oddSpace(QStringLiteral("[\\p{Zs}\\x{2028}\\x{2029}]"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    QString plain = text;
    plain.remove(invisible);
    plain.replace(oddSpace, QStringLiteral(" "));
    return plain;
}

QString withoutSpaces(QString text)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    return text.remove(space);
}

QString withoutQuotes(const QString& text)
{
    static const QRegularExpression edges(
        QStringLiteral("^[\\s\"'`\\x{2018}-\\x{201E}\\x{00AB}\\x{00BB}]+|[\\s\"'`\\x{2018}-\\x{201E}\\x{00AB}"
                       "\\x{00BB},;]+$"));
    QString plain = text;
    return plain.remove(edges);
}

QString wrongLength(qsizetype length)
{
    return Texts::tr("An account ID has 32 characters; this has %1.").arg(length);
}

} // namespace orangery::accounttext
