// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/modelquirks.h"

#include <QString>

namespace orangery {

namespace {

// Sources: schemas/*.json (chat_template_kwargs: its member exists and is not fixed to true), API.md §3.7
// [D7] for `thinking` and for reasoning that is sent again as `reasoning` by Kimi K2.6 and newer.
constexpr ModelQuirks table[] = {
    {"@cf/google/gemma-4-26b-a4b-it", "enable_thinking", false},
    {"@cf/meta/llama-guard-3-8b", "", false, true},
    {"@cf/moonshotai/kimi-k2.5", "enable_thinking", false},
    {"@cf/moonshotai/kimi-k2.6", "thinking", true},
    {"@cf/moonshotai/kimi-k2.7-code", "", true},
    {"@cf/nvidia/nemotron-3-120b-a12b", "enable_thinking", false},
    {"@cf/qwen/qwen3.8-27b", "enable_thinking", false},
    {"@cf/zai-org/glm-4.7-flash", "enable_thinking", false},
};

constexpr ModelQuirks none;

} // namespace

const ModelQuirks& quirksOf(QStringView modelId)
{
    for (const ModelQuirks& quirks : table) {
        if (modelId == QLatin1String(quirks.id))
            return quirks;
    }
    return none;
}

} // namespace orangery
