// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/scene.h"

#include "sandbox/dice.h"
#include "sandbox/tokens.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <iterator>
#include <optional>

namespace orangery::sandbox {

namespace {

struct ColourRow
{
    quint32 rgb;
    const char* words;
};

constexpr ColourRow colourRows[] = {
    {0xD7263D, " red rot rote roter rotes rojo roja rouge 红 "},
    {0xF46036, " orange naranja 橙 "},
    {0xF6BD60, " gold golden yellow gelb gelbe gelber gelbes amarillo amarilla jaune 黄 金 "},
    {0x3A9D5D, " green grün grüne grüner grünes verde vert verte 绿 "},
    {0x2274A5, " blue blau blaue blauer blaues azul bleu bleue 蓝 "},
    {0x1FA6A0, " teal turquoise cyan türkis turquesa 青 "},
    {0x7B4FB5, " purple violet lila violett violeta morado 紫 "},
    {0xE56BA3, " pink rosa rose 粉 "},
    {0x7A4E2D, " brown braun braune brauner braunes marrón marron 棕 "},
    {0xF4F1EA, " white weiß weiße weißer weißes blanco blanca blanc blanche snow schnee nieve neige 白 雪 "},
    {0x22223B, " black schwarz schwarze schwarzer schwarzes negro negra noir noire 黑 "},
    {0x8D99AE, " grey gray silver grau graue grauer graues gris fog nebel 灰 雾 "},
    {0xFF7F51, " sunset sonnenuntergang atardecer fire feuer fuego feu autumn herbst 夕阳 火 "},
    {0x2E6F57, " forest wald bosque forêt jungle meadow wiese 森林 "},
    {0x1B6CA8, " sea ocean lake meer mar lago mer lac water wasser 海 湖 "},
    {0xC9A66B, " desert wüste desierto désert sand beach strand playa plage 沙漠 "},
};

struct MotifRow
{
    Motif motif;
    const char* words;
};

constexpr MotifRow motifRows[] = {
    {Motif::Car, " car cars auto autos wagen coche coches voiture voitures taxi 车 汽车 "},
    {Motif::House, " house houses haus häuser home casa casas maison maisons village dorf cottage 房 屋 "},
    {Motif::Tree, " tree trees baum bäume árbol árboles arbre arbres forest wald bosque forêt 树 森林 "},
    {Motif::Boat,
     " boat boats ship ships sailboat boot boote schiff schiffe barco barcos bateau bateaux 船 "},
    {Motif::Flower,
     " flower flowers rose roses tulip tulips blume blumen flor flores fleur fleurs garden garten 花 "},
    {Motif::Cat, " cat cats kitten katze katzen kater gato gatos gata chat chats 猫 "},
    {Motif::Mountain, " mountain mountains alps berg berge montaña montañas montagne montagnes 山 "},
};

constexpr const char* nightWords = " night moon stars star nacht mond sterne noche luna nuit lune 夜 月 星 ";
constexpr const char* seaWords =
    " sea ocean lake meer mar lago mer lac boat ship boot schiff barco bateau 海 湖 船 ";

bool isAmong(const QString& word, const char* list)
{
    return QString::fromUtf8(list).contains(u' ' + word + u' ');
}

/// Words of letters; a run of Chinese becomes its characters and their pairs.
QStringList wordsOf(const QString& text)
{
    static const QRegularExpression letters(QStringLiteral("\\p{L}+"));
    QStringList words;
    auto runs = letters.globalMatch(text.toLower());
    while (runs.hasNext()) {
        const QString run = runs.next().captured();
        if (!isCjk(run[0])) {
            words << run;
            continue;
        }
        for (qsizetype i = 0; i < run.size(); ++i)
            words << run.mid(i, 1) << run.mid(i, 2);
    }
    return words;
}

std::optional<QColor> colourOf(const QString& word)
{
    const auto row = std::find_if(std::begin(colourRows), std::end(colourRows),
                                  [&](const ColourRow& r) { return isAmong(word, r.words); });
    return row == std::end(colourRows) ? std::nullopt : std::optional(QColor::fromRgb(row->rgb));
}

/// Four colours that go together, round the colour circle.
QList<QColor> harmony(Dice& dice)
{
    QList<QColor> colours;
    const double hue = dice.unit();
    for (const double turn : {0.0, 0.08, 0.5, 0.62}) {
        const double turned = hue + turn;
        colours << QColor::fromHsvF(static_cast<float>(turned - static_cast<int>(turned)),
                                    static_cast<float>(dice.between(0.45, 0.8)),
                                    static_cast<float>(dice.between(0.65, 0.95)));
    }
    return colours;
}

} // namespace

Scene Scene::of(const QString& prompt, const QString& negative, quint64 seed)
{
    const QStringList unwanted = wordsOf(negative);
    Scene scene;
    Dice dice(seed ^ seedOf(prompt));
    const QList<QColor> own = harmony(dice);
    std::optional<QColor> named; // by the last two words
    int sinceNamed = 0;
    for (const QString& word : wordsOf(prompt)) {
        if (unwanted.contains(word))
            continue;
        scene.isNight = scene.isNight || isAmong(word, nightWords);
        scene.hasSea = scene.hasSea || isAmong(word, seaWords);
        const auto colour = colourOf(word);
        if (colour && !scene.palette.contains(*colour))
            scene.palette << *colour;
        for (const MotifRow& row : motifRows) {
            const bool isThere = std::any_of(scene.things.begin(), scene.things.end(),
                                             [&](const Thing& thing) { return thing.motif == row.motif; });
            if (isAmong(word, row.words) && !isThere)
                scene.things << Thing{row.motif, named && sinceNamed <= 2 ? *named : QColor()};
        }
        ++sinceNamed;
        if (colour) {
            named = colour;
            sinceNamed = 1;
        }
    }
    for (const QColor& colour : own) {
        if (scene.palette.size() < 3)
            scene.palette << colour;
    }
    for (Thing& thing : scene.things) {
        if (!thing.colour.isValid())
            thing.colour = own[dice.below(static_cast<int>(own.size()))];
    }
    return scene;
}

} // namespace orangery::sandbox
