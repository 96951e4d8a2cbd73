// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/priceunits.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <initializer_list>

namespace orangery {

namespace {

using namespace Qt::StringLiterals;

constexpr double usdPerThousandNeurons = 0.011;

/// The words of a unit: letters, digits and what stands for a space in a name.
class Wording
{
public:
    explicit Wording(const QString& text) : m_text(text.toLower())
    {
        // built once: a page of the catalog has hundreds of prices
        static const QRegularExpression thousands(u"(?<=[0-9]),(?=[0-9]{3})"_s);
        static const QRegularExpression space(u"[^0-9a-z_]+"_s);
        m_words = QString(m_text).remove(thousands).split(space);
    }

    bool has(std::initializer_list<QLatin1String> words) const
    {
        return std::ranges::any_of(words, [this](QLatin1String word) { return m_words.contains(word); });
    }
    bool says(QLatin1String part) const { return m_text.contains(part); }
    /// How many things the price is for: a million, a thousand, or one.
    double amount() const
    {
        if (has({"m"_L1, "1m"_L1, "million"_L1, "1000000"_L1}))
            return 1e6;
        return has({"k"_L1, "1k"_L1, "thousand"_L1, "1000"_L1}) ? 1e3 : 1;
    }

private:
    QString m_text;
    QStringList m_words;
};

PriceUnit tokenUnit(const Wording& words)
{
    if (words.has({"cache"_L1, "cached"_L1}))
        return PriceUnit::CachedInputTokensPerMillion;
    return words.has({"output"_L1, "completion"_L1}) ? PriceUnit::OutputTokensPerMillion
                                                     : PriceUnit::InputTokensPerMillion;
}

PriceUnit tileUnit(const Wording& words)
{
    const bool isInput = words.has({"input"_L1});
    const bool isOutput = words.has({"output"_L1});
    if (words.has({"step"_L1, "steps"_L1}))
        return isInput ? PriceUnit::InputTileStep : PriceUnit::OutputTileStep;
    if (isInput)
        return PriceUnit::InputTile512;
    return isOutput ? PriceUnit::OutputTile512 : PriceUnit::Tile512;
}

PriceUnit megapixelUnit(const Wording& words)
{
    if (words.has({"input"_L1}))
        return PriceUnit::InputMegapixel;
    return words.has({"subsequent"_L1, "further"_L1, "additional"_L1, "next"_L1})
               ? PriceUnit::FurtherMegapixel
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
    if (words.has({"token"_L1, "tokens"_L1}))
        return PricedUnit{tokenUnit(words), 1e6 / words.amount()};
    if (words.has({"character"_L1, "characters"_L1}))
        return PricedUnit{PriceUnit::ThousandCharacters, 1e3 / words.amount()};
    if (words.has({"minute"_L1, "minutes"_L1, "second"_L1, "seconds"_L1, "hour"_L1, "hours"_L1})) {
        const double seconds = words.has({"minute"_L1, "minutes"_L1}) ? 60
                               : words.has({"hour"_L1, "hours"_L1})   ? 3600
                                                                      : 1;
        const bool isRealtime = words.says("websocket"_L1) || words.says("realtime"_L1) ||
                                words.says("real-time"_L1) || words.says("streaming"_L1);
        return PricedUnit{isRealtime ? PriceUnit::AudioMinuteRealtime : PriceUnit::AudioMinute, 60 / seconds};
    }
    if (words.has({"tile"_L1, "tiles"_L1}))
        return PricedUnit{tileUnit(words), 1};
    if (words.has({"mp"_L1, "megapixel"_L1, "megapixels"_L1}))
        return PricedUnit{megapixelUnit(words), 1};
    if (words.has({"step"_L1, "steps"_L1}))
        return PricedUnit{PriceUnit::Step, 1};
    if (words.has({"image"_L1, "images"_L1}) || words.says("inference request"_L1))
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
