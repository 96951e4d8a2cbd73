// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/texttools.h"

#include <algorithm>
#include <cctype>

namespace orangery::architecture {

namespace {

std::size_t closingParenthesis(const std::string& plain, std::size_t open)
{
    int depth = 0;
    for (auto at = open; at < plain.size(); ++at) {
        if (plain[at] == '(')
            ++depth;
        else if (plain[at] == ')' && --depth == 0)
            return at;
    }
    return plain.size();
}

} // namespace

std::vector<Call> calls(const SourceFile& file, const std::string& name, std::size_t begin, std::size_t end)
{
    std::vector<Call> found;
    const std::regex pattern("\\b(" + name + ")\\s*\\(");
    const auto last = std::min(end, file.plain.size());
    const auto from = file.plain.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto to = file.plain.begin() + static_cast<std::ptrdiff_t>(last);
    for (std::sregex_iterator it(from, to, pattern), none; it != none; ++it) {
        const auto open = begin + static_cast<std::size_t>(it->position() + it->length()) - 1;
        found.push_back({(*it)[1].str(), begin + static_cast<std::size_t>(it->position()), open + 1,
                         closingParenthesis(file.plain, open)});
    }
    return found;
}

std::vector<std::size_t> matches(const std::string& text, const std::regex& pattern)
{
    std::vector<std::size_t> found;
    for (std::sregex_iterator it(text.begin(), text.end(), pattern), none; it != none; ++it)
        found.push_back(static_cast<std::size_t>(it->position()));
    return found;
}

bool hasWord(const std::string& literal)
{
    int letters = 0;
    for (std::size_t i = 0; i < literal.size(); ++i) {
        const auto c = static_cast<unsigned char>(literal[i]);
        if (c == '\\') {
            ++i; // the letter of an escape is no letter
            letters = 0;
        } else if (std::isalpha(c) ||
                   c >= 0xC3) { // from 0xC3: the first byte of a letter beyond ASCII, mostly
            if (++letters == 2)
                return true;
        } else if (c < 0x80) {
            letters = 0;
        }
    }
    return false;
}

} // namespace orangery::architecture
