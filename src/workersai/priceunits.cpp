// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/priceunits.h"

#include <QHash>
#include <QRegularExpression>

namespace orangery {

namespace {

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
    static const QHash<QString, PriceUnit> units{
        {QStringLiteral("inputTokensPerMillion"), PriceUnit::InputTokensPerMillion},
        {QStringLiteral("outputTokensPerMillion"), PriceUnit::OutputTokensPerMillion},
        {QStringLiteral("cachedInputTokensPerMillion"), PriceUnit::CachedInputTokensPerMillion},
        {QStringLiteral("step"), PriceUnit::Step},
        {QStringLiteral("tile512"), PriceUnit::Tile512},
        {QStringLiteral("inputTile512"), PriceUnit::InputTile512},
        {QStringLiteral("outputTile512"), PriceUnit::OutputTile512},
        {QStringLiteral("inputTileStep"), PriceUnit::InputTileStep},
        {QStringLiteral("outputTileStep"), PriceUnit::OutputTileStep},
        {QStringLiteral("firstMegapixel"), PriceUnit::FirstMegapixel},
        {QStringLiteral("furtherMegapixel"), PriceUnit::FurtherMegapixel},
        {QStringLiteral("inputMegapixel"), PriceUnit::InputMegapixel},
        {QStringLiteral("imagesPerMillion"), PriceUnit::ImagesPerMillion},
        {QStringLiteral("audioMinute"), PriceUnit::AudioMinute},
        {QStringLiteral("audioMinuteRealtime"), PriceUnit::AudioMinuteRealtime},
        {QStringLiteral("thousandCharacters"), PriceUnit::ThousandCharacters},
    };
    const auto found = units.constFind(name);
    return found == units.constEnd() ? std::nullopt : std::optional(*found);
}

double neuronsOfUsd(double usd)
{
    return usd / usdPerThousandNeurons * 1000;
}

} // namespace orangery
