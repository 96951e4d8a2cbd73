// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricebook.h"

#include <algorithm>

namespace orangery::pricebook {

int tiles(QSize size)
{
    constexpr int side = 512;
    if (size.isEmpty())
        return 0;
    return ((size.width() + side - 1) / side) * ((size.height() + side - 1) / side);
}

int megapixels(QSize size)
{
    constexpr qint64 pixels = 1024 * 1024;
    if (size.isEmpty())
        return 0;
    return static_cast<int>((qint64(size.width()) * size.height() + pixels - 1) / pixels);
}

std::optional<Neurons> price(const Model& model, const WorkUnits& work)
{
    const double cached = std::clamp(work.tokens.cachedTokens, 0, work.tokens.promptTokens);
    const bool hasCachedPrice = model.neurons.contains(PriceUnit::CachedInputTokensPerMillion);
    int inputTiles = 0, inputMegapixels = 0;
    for (const QSize& image : work.inputImages) {
        inputTiles += tiles(image);
        inputMegapixels += megapixels(image);
    }
    const double minutes = work.audioSeconds / 60;
    double neurons = 0;
    bool isPriced = false;
    const auto add = [&](PriceUnit unit, double amount) {
        const auto each = model.neurons.constFind(unit);
        if (each == model.neurons.constEnd())
            return;
        isPriced = isPriced || amount > 0 || *each == 0;
        neurons += amount * *each;
    };
    add(PriceUnit::InputTokensPerMillion, (work.tokens.promptTokens - (hasCachedPrice ? cached : 0)) / 1e6);
    add(PriceUnit::CachedInputTokensPerMillion, cached / 1e6);
    add(PriceUnit::OutputTokensPerMillion, work.tokens.completionTokens / 1e6);
    add(PriceUnit::Step, work.steps);
    add(PriceUnit::Tile512, tiles(work.size));
    add(PriceUnit::InputTile512, inputTiles);
    add(PriceUnit::OutputTile512, tiles(work.size));
    add(PriceUnit::InputTileStep, double(inputTiles) * work.steps);
    add(PriceUnit::OutputTileStep, double(tiles(work.size)) * work.steps);
    add(PriceUnit::FirstMegapixel, work.size.isEmpty() ? 0 : 1);
    add(PriceUnit::FurtherMegapixel, std::max(0, megapixels(work.size) - 1));
    add(PriceUnit::InputMegapixel, inputMegapixels);
    add(PriceUnit::ImagesPerMillion, work.looks / 1e6);
    add(PriceUnit::AudioMinute, work.isRealtime ? 0 : minutes);
    add(PriceUnit::AudioMinuteRealtime, work.isRealtime ? minutes : 0);
    add(PriceUnit::ThousandCharacters, work.characters / 1e3);
    return isPriced ? std::optional(Neurons::of(neurons)) : std::nullopt;
}

std::optional<Neurons> chat(const Model& model, const TokenUsage& usage)
{
    if (!model.neurons.contains(PriceUnit::InputTokensPerMillion) ||
        !model.neurons.contains(PriceUnit::OutputTokensPerMillion))
        return std::nullopt;
    WorkUnits work;
    work.tokens = usage;
    return price(model, work).value_or(Neurons());
}

std::optional<int> affordableOutputTokens(const Model& model, int inputTokens, Neurons rest)
{
    const std::optional<Neurons> prompt = chat(model, {.promptTokens = inputTokens});
    const double perMillion = model.neurons.value(PriceUnit::OutputTokensPerMillion, 0);
    if (!prompt || perMillion <= 0)
        return std::nullopt;
    const double left = (rest - *prompt).toDouble();
    return static_cast<int>(std::clamp(left * 1e6 / perMillion, 0.0, 1e9));
}

} // namespace orangery::pricebook
