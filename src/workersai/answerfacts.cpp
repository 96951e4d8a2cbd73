// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/answerfacts.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace orangery::answerfacts {

namespace {

constexpr double mostNeurons = 1e12; // far over any bill, and still inside Neurons

int count(const QJsonObject& usage, QStringView name, QStringView otherName)
{
    QJsonValue value = usage.value(name);
    if (!value.isDouble())
        value = usage.value(otherName);
    return static_cast<int>(std::clamp(value.toDouble(), 0.0, 1e9));
}

} // namespace

void readUsage(const QJsonValue& value, ServiceFacts& facts)
{
    if (!value.isObject())
        return;
    const QJsonObject usage = value.toObject();
    if (const auto reported = neurons(usage.value(u"neurons")))
        facts.neurons = reported;
    TokenUsage tokens;
    tokens.promptTokens = count(usage, u"prompt_tokens", u"input_tokens");
    tokens.completionTokens = count(usage, u"completion_tokens", u"output_tokens");
    QJsonValue details = usage.value(u"prompt_tokens_details");
    if (!details.isObject())
        details = usage.value(u"input_tokens_details");
    tokens.cachedTokens = count(details.toObject(), u"cached_tokens", u"cached_tokens");
    if (usage.contains(u"prompt_tokens") || usage.contains(u"completion_tokens") ||
        usage.contains(u"input_tokens") || usage.contains(u"output_tokens"))
        facts.usage = tokens;
}

std::optional<Neurons> neurons(const QJsonValue& value)
{
    bool isNumber = value.isDouble();
    const double amount = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(amount) || amount < 0 || amount > mostNeurons)
        return std::nullopt;
    return Neurons::of(amount);
}

void readHead(const HttpHead& head, ServiceFacts& facts)
{
    if (const auto reported = neurons(QString::fromLatin1(head.header("cf-ai-neurons")))) {
        facts.neurons = reported;
        facts.isNeuronsInHead = true;
    }
    facts.httpStatus = head.status;
    facts.rayId = QString::fromLatin1(head.header("cf-ray"));
}

} // namespace orangery::answerfacts
