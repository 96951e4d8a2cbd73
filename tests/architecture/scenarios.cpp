// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/scenarios.h"

#include "architecture/texttools.h"

#include <algorithm>

namespace orangery::architecture {

namespace {

std::string trimmed(const std::string& text)
{
    const auto begin = text.find_first_not_of(" \t\n");
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(" \t\n") + 1 - begin);
}

bool tells(const std::string& name, const std::string& scenario)
{
    return name == scenario || name.starts_with(scenario + "_");
}

} // namespace

const std::vector<std::string>& dueScenarios()
{
    static const std::vector<std::string> due{
        "S_Chat_1",    // token and dashboard URL → doctor green → first streamed reply
        "S_Chat_3",    // stopped half-way, the text stays; killed while streaming, it is there on restart
        "Complaint_1", // chats lost on a crash or a full disk
        "Complaint_5", // keys in plain text
        "Complaint_6", // Enter sends during IME composition
        "Complaint_8", // the proxy ignored by parts
    };
    return due;
}

Findings missingScenarios(const SourceTree& tree, const std::vector<std::string>& due)
{
    std::vector<std::string> names;
    for (const SourceFile* file : tree.below("tests")) {
        for (const auto& call : calls(*file, "TEST(?:_F|_P)?")) {
            const auto both =
                file->plain.substr(call.argumentsBegin, call.argumentsEnd - call.argumentsBegin);
            const auto comma = both.find(',');
            if (comma == std::string::npos || both.find("DISABLED_") != std::string::npos)
                continue;
            names.push_back(trimmed(both.substr(0, comma)));
            names.push_back(trimmed(both.substr(comma + 1)));
        }
    }
    Findings findings;
    for (const auto& scenario : due) {
        const auto isTold = [&scenario](const std::string& name) { return tells(name, scenario); };
        if (std::none_of(names.begin(), names.end(), isTold))
            findings.push_back(scenario + " is due and has no test of its name");
    }
    return findings;
}

} // namespace orangery::architecture
