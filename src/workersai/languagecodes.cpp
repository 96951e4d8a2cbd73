// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/languagecodes.h"

#include <QStringList>

#include <algorithm>

namespace orangery::languagecodes {

namespace {

struct Replaced
{
    const char* code;
    const char* by;
};

// Source: IANA language subtag registry (Preferred-Value, Macrolanguage).
constexpr Replaced replaced[] = {{"iw", "he"}, {"in", "id"},  {"ji", "yi"}, {"nb", "no"},
                                 {"nn", "no"}, {"fil", "tl"}, {"mo", "ro"}, {"sh", "sr"}};

struct Flores
{
    const char* iso;
    const char* code;
};

// Source: schemas/indictrans2-en-indic-1B.json, target_language. The first of a language's scripts is the one
// that CLDR calls the likely one.
constexpr Flores floresCodes[] = {
    {"as", "asm_Beng"},  {"awa", "awa_Deva"}, {"bn", "ben_Beng"},  {"bho", "bho_Deva"}, {"brx", "brx_Deva"},
    {"doi", "doi_Deva"}, {"en", "eng_Latn"},  {"gom", "gom_Deva"}, {"kok", "gom_Deva"}, {"gon", "gon_Deva"},
    {"gu", "guj_Gujr"},  {"hi", "hin_Deva"},  {"hne", "hne_Deva"}, {"kn", "kan_Knda"},  {"ks", "kas_Arab"},
    {"ks", "kas_Deva"},  {"kha", "kha_Latn"}, {"lus", "lus_Latn"}, {"mag", "mag_Deva"}, {"mai", "mai_Deva"},
    {"ml", "mal_Mlym"},  {"mr", "mar_Deva"},  {"mni", "mni_Beng"}, {"mni", "mni_Mtei"}, {"ne", "npi_Deva"},
    {"or", "ory_Orya"},  {"pa", "pan_Guru"},  {"sa", "san_Deva"},  {"sat", "sat_Olck"}, {"sd", "snd_Arab"},
    {"sd", "snd_Deva"},  {"ta", "tam_Taml"},  {"te", "tel_Telu"},  {"ur", "urd_Arab"},  {"unr", "unr_Deva"},
};

QStringList subtags(const QString& tag)
{
    return tag.trimmed().replace(u'_', u'-').split(u'-');
}

bool isLetters(const QString& text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u'a' && c <= u'z'; });
}

QString scriptIn(const QStringList& tags)
{
    const QString second = tags.value(1);
    return second.size() == 4 ? second.left(1).toUpper() + second.mid(1).toLower() : QString();
}

} // namespace

QString iso639(const QString& tag)
{
    const QString code = subtags(tag).first().toLower();
    if (code.size() < 2 || code.size() > 3 || !isLetters(code))
        return {};
    const auto found = std::ranges::find_if(
        replaced, [&](const Replaced& entry) { return code == QLatin1String(entry.code); });
    return found == std::end(replaced) ? code : QString::fromLatin1(found->by);
}

QString flores(const QString& tag)
{
    const QStringList tags = subtags(tag);
    const QString language = tags.first().toLower();
    const QString script = scriptIn(tags);
    for (const Flores& entry : floresCodes) {
        const QString code = QString::fromLatin1(entry.code);
        const bool isLanguage = language == QLatin1String(entry.iso) || language == code.left(3);
        if (isLanguage && (script.isEmpty() || code.endsWith(script)))
            return code;
    }
    return {};
}

} // namespace orangery::languagecodes
