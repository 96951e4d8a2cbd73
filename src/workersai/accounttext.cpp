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

/// White space and quotes; those from ‘ to „ lie side by side.
bool isEdge(QChar c)
{
    return c.isSpace() || c == u'"' || c == u'\'' || c == u'`' || c == u'\u00AB' || c == u'\u00BB' ||
           (c >= u'\u2018' && c <= u'\u201E');
}

} // namespace

QString withoutInvisible(const QString& text)
{
    static const QRegularExpression invisible(QStringLiteral("[\\p{Cf}\\x{FE00}-\\x{FE0F}]"),
                                              QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression oddSpace(QStringLiteral("(?! )[\\p{Zs}\\x{2028}\\x{2029}]"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    // nothing matches a text with half a character in it, which a clipboard may hold
    QString plain = text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
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
    QStringView plain(text);
    while (!plain.isEmpty() && isEdge(plain.front()))
        plain = plain.sliced(1);
    while (!plain.isEmpty() && (isEdge(plain.back()) || plain.back() == u',' || plain.back() == u';'))
        plain.chop(1);
    return plain.toString();
}

QString wrongLength(qsizetype length)
{
    return Texts::tr("An account ID has 32 characters; this has %1.").arg(length);
}

} // namespace orangery::accounttext
