// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/sourcefile.h"

#include <regex>
#include <string>
#include <vector>

namespace orangery::architecture {

/// A function call in a source: offsets of its name, and of what stands between its parentheses.
struct Call
{
    std::string name;
    std::size_t nameBegin = 0;
    std::size_t argumentsBegin = 0;
    std::size_t argumentsEnd = 0;
};

/// Every call whose name matches `name` (an expression for the whole name) in `file.plain` from `begin` to
/// `end`. A declaration looks the same and is found as well.
std::vector<Call> calls(const SourceFile& file, const std::string& name, std::size_t begin = 0,
                        std::size_t end = std::string::npos);

/// Offsets at which `pattern` matches in `text`.
std::vector<std::size_t> matches(const std::string& text, const std::regex& pattern);

/// Whether two letters of any script follow each other: what a person would read as a word.
bool hasWord(const std::string& literal);

} // namespace orangery::architecture
