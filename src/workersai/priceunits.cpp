// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/priceunits.h"

#include <QHash>
#include <QRegularExpression>

namespace orangery {

namespace {

using namespace Qt::StringLiterals;

constexpr double usdPerThousandNeurons = 0.011;

/// The words of a unit, asked for one at a time.
class Wording
{
public:
    explicit Wording(const QString& text) : m_text(text.toLower()) {}

    bool has(const char* pattern) const
    {
        return QRegularExpression(QLatin1String(pattern)).match(m_text).hasMatch();
    }
    /// How many things the price is for: a million, a thousand, or one.
    double amount() const
    {
        if (has("\\b(m|1m|million|1,000,000|1000000)\\b"))
            return 1e6;
        return has("\\b(k|1k|thousand|1,000|1000)\\b") ? 1e3 : 1;
    }

private:
    QString m_text;
};

PriceUnit tokenUnit(const Wording& words)
{
    if (words.has("\\bcached?\\b"))
        return PriceUnit::CachedInputTokensPerMillion;
    return words.has("\\b(output|completion)\\b") ? PriceUnit::OutputTokensPerMillion
                                                  : PriceUnit::InputTokensPerMillion;
}

PriceUnit tileUnit(const Wording& words)
{
    const bool isInput = words.has("\\binput\\b");
    const bool isOutput = words.has("\\boutput\\b");
    if (words.has("\\bsteps?\\b"))
        return isInput ? PriceUnit::InputTileStep : PriceUnit::OutputTileStep;
    if (isInput)
        return PriceUnit::InputTile512;
    return isOutput ? PriceUnit::OutputTile512 : PriceUnit::Tile512;
}

PriceUnit megapixelUnit(const Wording& words)
{
    if (words.has("\\binput\\b"))
        return PriceUnit::InputMegapixel;
    return words.has("\\b(subsequent|further|additional|next)\\b") ? PriceUnit::FurtherMegapixel
                                                                   : PriceUnit::FirstMegapixel;
}

constexpr std::pair<QLatin1String, PriceUnit> unitNames[] = {
    {"inputTokensPerMillion"_L1, PriceUnit::InputTokensPerMillion},
    {"outputTokensPerMillion"_L1, PriceUnit::OutputTokensPerMillion},
    {"cachedInputTokensPerMillion"_L1, PriceUnit::CachedInputTokensPerMillion},
    {"step"_L1, PriceUnit::Step},
    {"tile512"_L1, PriceUnit::Tile512},
    {"inputTile512"_L1, PriceUnit::InputTile512},
    {"outputTile512"_L1, PriceUnit::OutputTile512},
    {"inputTileStep"_L1, PriceUnit::InputTileStep},
    {"outputTileStep"_L1, PriceUnit::OutputTileStep},
    {"firstMegapixel"_L1, PriceUnit::FirstMegapixel},
    {"furtherMegapixel"_L1, PriceUnit::FurtherMegapixel},
    {"inputMegapixel"_L1, PriceUnit::InputMegapixel},
    {"imagesPerMillion"_L1, PriceUnit::ImagesPerMillion},
    {"audioMinute"_L1, PriceUnit::AudioMinute},
    {"audioMinuteRealtime"_L1, PriceUnit::AudioMinuteRealtime},
    {"thousandCharacters"_L1, PriceUnit::ThousandCharacters},
};

} // namespace

std::optional<PricedUnit> pricedUnit(const QString& wording)
{
    const Wording words(wording);
    if (words.has("\\btokens?\\b"))
        return PricedUnit{tokenUnit(words), 1e6 / words.amount()};
    if (words.has("\\bcharacters?\\b"))
        return PricedUnit{PriceUnit::ThousandCharacters, 1e3 / words.amount()};
    if (words.has("\\b(minutes?|seconds?|hours?)\\b")) {
        const double seconds = words.has("\\bminutes?\\b") ? 60 : words.has("\\bhours?\\b") ? 3600 : 1;
        const bool isRealtime = words.has("websocket|real-?time|streaming");
        return PricedUnit{isRealtime ? PriceUnit::AudioMinuteRealtime : PriceUnit::AudioMinute, 60 / seconds};
    }
    if (words.has("\\btiles?\\b"))
        return PricedUnit{tileUnit(words), 1};
    if (words.has("\\b(mp|megapixels?)\\b"))
        return PricedUnit{megapixelUnit(words), 1};
    if (words.has("\\bsteps?\\b"))
        return PricedUnit{PriceUnit::Step, 1};
    if (words.has("\\bimages?\\b|\\binference requests?\\b"))
        return PricedUnit{PriceUnit::ImagesPerMillion, 1e6 / words.amount()};
    return std::nullopt;
}

std::optional<PriceUnit> priceUnitOfName(const QString& name)
{
    for (const auto& [known, unit] : unitNames) {
        if (name == known)
            return unit;
    }
    return std::nullopt;
}

QString priceUnitName(PriceUnit unit)
{
    for (const auto& [name, known] : unitNames) {
        if (unit == known)
            return name;
    }
    return {};
}

double neuronsOfUsd(double usd)
{
    return usd / usdPerThousandNeurons * 1000;
}

} // namespace orangery
