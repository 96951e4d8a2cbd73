// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/languages.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace orangery::sandbox {

namespace {

// The hundred languages of the published model.
const char* const codes =
    "af am ar ast az ba be bg bn br bs ca ceb cs cy da de el en es et fa ff fi fr fy ga gd gl gu ha he hi hr "
    "ht hu "
    "hy id ig ilo is it ja jv ka kk km kn ko lb lg ln lo lt lv mg mk ml mn mr ms my ne nl no ns oc or pa pl "
    "ps pt "
    "ro ru sd si sk sl so sq sr ss su sv sw ta th tl tn tr uk ur uz vi wo xh yi yo zh zu";

const QHash<QString, QString>& names()
{
    static const QHash<QString, QString> table{
        {QStringLiteral("arabic"), QStringLiteral("ar")},
        {QStringLiteral("bulgarian"), QStringLiteral("bg")},
        {QStringLiteral("chinese"), QStringLiteral("zh")},
        {QStringLiteral("croatian"), QStringLiteral("hr")},
        {QStringLiteral("czech"), QStringLiteral("cs")},
        {QStringLiteral("danish"), QStringLiteral("da")},
        {QStringLiteral("dutch"), QStringLiteral("nl")},
        {QStringLiteral("english"), QStringLiteral("en")},
        {QStringLiteral("finnish"), QStringLiteral("fi")},
        {QStringLiteral("french"), QStringLiteral("fr")},
        {QStringLiteral("german"), QStringLiteral("de")},
        {QStringLiteral("greek"), QStringLiteral("el")},
        {QStringLiteral("hebrew"), QStringLiteral("he")},
        {QStringLiteral("hindi"), QStringLiteral("hi")},
        {QStringLiteral("hungarian"), QStringLiteral("hu")},
        {QStringLiteral("indonesian"), QStringLiteral("id")},
        {QStringLiteral("italian"), QStringLiteral("it")},
        {QStringLiteral("japanese"), QStringLiteral("ja")},
        {QStringLiteral("korean"), QStringLiteral("ko")},
        {QStringLiteral("malay"), QStringLiteral("ms")},
        {QStringLiteral("norwegian"), QStringLiteral("no")},
        {QStringLiteral("polish"), QStringLiteral("pl")},
        {QStringLiteral("portuguese"), QStringLiteral("pt")},
        {QStringLiteral("romanian"), QStringLiteral("ro")},
        {QStringLiteral("russian"), QStringLiteral("ru")},
        {QStringLiteral("serbian"), QStringLiteral("sr")},
        {QStringLiteral("slovak"), QStringLiteral("sk")},
        {QStringLiteral("spanish"), QStringLiteral("es")},
        {QStringLiteral("swedish"), QStringLiteral("sv")},
        {QStringLiteral("thai"), QStringLiteral("th")},
        {QStringLiteral("turkish"), QStringLiteral("tr")},
        {QStringLiteral("ukrainian"), QStringLiteral("uk")},
        {QStringLiteral("vietnamese"), QStringLiteral("vi")},
    };
    return table;
}

} // namespace

QString languageCode(const QString& given)
{
    static const QSet<QString> known = [] {
        const QStringList list = QString::fromLatin1(codes).split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    const QString word = given.trimmed().toLower();
    return known.contains(word) ? word : names().value(word);
}

} // namespace orangery::sandbox
