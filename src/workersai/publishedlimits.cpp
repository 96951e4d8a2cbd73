// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/publishedlimits.h"

#include <algorithm>

namespace orangery::publishedlimits {

namespace {

struct Row
{
    QStringView name;
    double least = 0;
    double most = 0;
    double mostOfChatStyle = 0;
};

// Source: API.md §3.1.
constexpr Row rows[] = {
    {u"temperature", 0, 5, 2},
    {u"top_p", 0.001, 1, 1},
    {u"top_k", 1, 50, 50},
    {u"seed", 1, 9'999'999'999, 9'999'999'999},
    {u"repetition_penalty", 0, 2, 2},
    {u"frequency_penalty", -2, 2, 2},
    {u"presence_penalty", -2, 2, 2},
};

constexpr int textsOfAsymmetric = 32;

bool isNumber(const Parameter& parameter)
{
    return parameter.type == Parameter::Type::Number || parameter.type == Parameter::Type::Integer;
}

} // namespace

std::optional<Range> rangeOf(QStringView name, bool isChatStyle)
{
    const auto row = std::ranges::find(rows, name, &Row::name);
    if (row == std::end(rows))
        return std::nullopt;
    return Range{row->least, isChatStyle ? row->mostOfChatStyle : row->most};
}

bool isChatStyle(const ParameterSet& parameters)
{
    return parameters.isEmpty() || parameters.has(u"max_completion_tokens");
}

ParameterSet completed(const ParameterSet& parameters)
{
    const bool hasMessages =
        parameters.has(u"messages") && parameters.transport() == ParameterSet::Transport::Json;
    const bool isChat = isChatStyle(parameters);
    const bool isAsymmetric = parameters.has(u"queries") && parameters.has(u"documents");
    QList<Parameter> completed = parameters.parameters();
    for (Parameter& parameter : completed) {
        const auto range = rangeOf(parameter.name, isChat);
        const bool isNamed = range && (!isChat || parameter.name == u"temperature"); // API.md has no other
        if (hasMessages && isNamed && isNumber(parameter) && !parameter.minimum && !parameter.maximum) {
            parameter.minimum = range->least;
            parameter.maximum = range->most;
        }
        if (isAsymmetric && parameter.type == Parameter::Type::List && !parameter.longest)
            parameter.longest = textsOfAsymmetric;
    }
    return ParameterSet(parameters.transport(), completed);
}

} // namespace orangery::publishedlimits
