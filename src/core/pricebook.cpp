// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricebook.h"

#include <algorithm>

namespace orangery::pricebook {

namespace {

bool isIdeographic(char16_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0xD800 && c <= 0xDFFF);
}

} // namespace

std::optional<Neurons> chat(const Model& model, const TokenUsage& usage)
{
    const auto input = model.neurons.constFind(PriceUnit::InputTokensPerMillion);
    const auto output = model.neurons.constFind(PriceUnit::OutputTokensPerMillion);
    if (input == model.neurons.constEnd() || output == model.neurons.constEnd())
        return std::nullopt;
    const double cachedPrice = model.neurons.value(PriceUnit::CachedInputTokensPerMillion, *input);
    const int cached = std::clamp(usage.cachedTokens, 0, usage.promptTokens);
    return Neurons::of(
        ((usage.promptTokens - cached) * *input + cached * cachedPrice + usage.completionTokens * *output) /
        1e6);
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

int estimatedTokens(QStringView text)
{
    // quarters of a token, so that short runs of different scripts add up without rounding each
    qsizetype quarters = 0;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        quarters += unit < 0x0250 ? 1 : isIdeographic(unit) ? 4 : 2;
    }
    return static_cast<int>(std::min<qsizetype>((quarters + 3) / 4, 1'000'000'000));
}

} // namespace orangery::pricebook
