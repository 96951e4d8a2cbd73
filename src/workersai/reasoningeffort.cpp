// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/reasoningeffort.h"

#include "workersai/modelquirks.h"

#include <algorithm>
#include <cstdlib>

namespace orangery {

namespace {

// Lowest first. Source: models.json, all supported_efforts and normalizes_to.
constexpr QStringView scale[] = {u"none", u"minimal", u"low", u"medium", u"high", u"xhigh", u"max"};

std::optional<int> place(QStringView effort)
{
    const auto found = std::ranges::find(scale, effort);
    return found == std::end(scale) ? std::nullopt
                                    : std::optional(static_cast<int>(found - std::begin(scale)));
}

QStringList supportedEfforts(const Model& model)
{
    if (model.reasoningEffort && !model.reasoningEffort->supported.isEmpty())
        return model.reasoningEffort->supported;
    const Parameter* parameter = model.parameters.find(u"reasoning_effort");
    return parameter ? parameter->choices : QStringList();
}

QString nearest(const QString& effort, const QStringList& supported)
{
    const std::optional<int> wanted = place(effort);
    QString nearest;
    std::optional<int> best;
    for (const QString& candidate : supported) {
        const std::optional<int> at = place(candidate);
        if (!wanted || !at)
            continue;
        const int distance = std::abs(*at - *wanted) * 2 - (*at > *wanted ? 1 : 0);
        if (!best || distance < *best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace

ReasoningChoice reasoningChoice(const QString& effort, const Model& model)
{
    ReasoningChoice choice;
    const QStringList supported = supportedEfforts(model);
    const bool isOff = effort == u"none";
    const QString thinkingSwitch = QString::fromLatin1(quirksOf(model.id).thinkingSwitch);
    const QString made =
        model.reasoningEffort ? model.reasoningEffort->normalizesTo.value(effort) : QString();
    if (supported.contains(effort)) {
        choice.effort = effort;
    } else if (!made.isEmpty()) {
        choice.effort = made;
    } else if (!thinkingSwitch.isEmpty() && (isOff || supported.isEmpty())) {
        choice.thinkingSwitch = thinkingSwitch;
        choice.isThinking = !isOff;
    } else if (supported.isEmpty()) {
        choice.effort = effort;
    } else {
        choice.effort = nearest(effort, supported);
    }
    return choice;
}

} // namespace orangery
