// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/textrules.h"

#include "architecture/texttools.h"

#include <algorithm>
#include <set>

namespace orangery::architecture {

namespace {

const std::string licence = "SPDX-License-Identifier: GPL-3.0-or-later";

std::string firstLines(const std::string& text, int count)
{
    std::size_t end = 0;
    while (count-- > 0 && end != std::string::npos)
        end = text.find('\n', end == 0 ? 0 : end + 1);
    return text.substr(0, end);
}

// Finds `pattern` in the names and marks of every source below `folder` but not below `home`.
void findNames(const SourceTree& tree, const std::string& folder, const std::string& home,
               const std::regex& pattern, const std::string& sentence, Findings& findings)
{
    for (const SourceFile* file : tree.below(folder)) {
        if (!home.empty() && isBelow(file->path, home))
            continue;
        for (const auto offset : matches(file->plain, pattern))
            findings.push_back(file->where(offset) + ": " + sentence);
    }
}

} // namespace

Findings filesOverCap(const SourceTree& tree, const CapExceptions& exceptions)
{
    Findings findings;
    std::set<std::string> unused;
    for (const auto& [path, reason] : exceptions)
        unused.insert(path);
    for (const auto& [path, file] : tree.sources()) {
        const int cap = path.ends_with(".h") ? 120 : 300;
        if (file.lineCount() <= cap)
            continue;
        if (unused.erase(path) == 0)
            findings.push_back(path + ": " + std::to_string(file.lineCount()) + " lines, cap " +
                               std::to_string(cap));
    }
    for (const auto& path : unused)
        findings.push_back(path + ": an exception to the caps that is not needed");
    return findings;
}

Findings networkAndSqlOutOfPlace(const SourceTree& tree)
{
    Findings findings;
    findNames(tree, "src", "src/net", std::regex(R"(\bQNetworkAccessManager\b)"),
              "QNetworkAccessManager lives in net alone", findings);
    findNames(tree, "src", "src/storage", std::regex(R"(\bQSql[A-Z]\w*)"), "SQL lives in storage alone",
              findings);
    findNames(tree, "src/gui", "", std::regex(R"(\bQ(?:Network|Tcp|Ssl|WebSocket)[A-Z]\w*)"),
              "windows know nothing of the network", findings);
    findNames(tree, "src/features", "", std::regex(R"(\bQ(?:Network|Tcp|Ssl|WebSocket)[A-Z]\w*)"),
              "features know nothing of the network", findings);
    return findings;
}

Findings singletonsAndNestedLoops(const SourceTree& tree)
{
    Findings findings;
    findNames(tree, "src", "", std::regex(R"(\bstatic\b[^;{}()]*\binstance\s*\()"), "no singletons",
              findings);
    findNames(tree, "src", "", std::regex(R"(\bprocessEvents\s*\()"), "no processEvents", findings);
    findNames(tree, "src", "", std::regex(R"(\bQEventLoop\b)"), "no nested event loop", findings);
    return findings;
}

Findings coloursOutsideTheme(const SourceTree& tree)
{
    static const std::regex hex(R"((^|[^&\w])#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})(?!\w))");
    static const std::regex numbers(
        R"(\bQColor\s*(?:\w+\s*)?[({]\s*(?:0[xX])?\d|\bqRgba?\s*\(\s*(?:0[xX])?\d|\bQColorConstants\b)");
    static const std::regex names(
        R"(\bQt::(?:dark|light)?(?:black|white|red|green|blue|cyan|magenta|yellow|gray|Red|Green|Blue|Cyan|Magenta|Yellow|Gray)\b)");
    Findings findings;
    for (const char* folder : {"src/gui", "src/features", "src/documents", "src/app", "src/service"}) {
        for (const SourceFile* file : tree.below(folder)) {
            if (file->path.starts_with("src/gui/style/theme"))
                continue;
            for (const auto& literal : file->literals) {
                if (std::regex_search(literal.value, hex))
                    findings.push_back(file->where(literal.offset) +
                                       ": a colour outside the theme: " + literal.value);
            }
            // the style may need a colour that never reaches the screen: a mask's
            const bool isStyle = isBelow(file->path, "src/gui/style");
            for (const auto& pattern : {numbers, names}) {
                if (isStyle)
                    break;
                for (const auto offset : matches(file->plain, pattern))
                    findings.push_back(file->where(offset) + ": a colour outside the theme");
            }
        }
    }
    for (const auto& [path, text] : tree.others()) {
        if (path.ends_with(".ui") &&
            (std::regex_search(text, hex) || text.find("<color") != std::string::npos))
            findings.push_back(path + ": a colour outside the theme");
    }
    return findings;
}

Findings leftOvers(const SourceTree& tree)
{
    // in two pieces each, or this file would be a finding
    static const std::regex pattern(std::string("\\b(?:TO") + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
    Findings findings;
    const auto look = [&findings](const std::string& path, const std::string& text) {
        for (const auto offset : matches(text, pattern)) {
            const auto line =
                std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n') + 1;
            findings.push_back(path + ":" + std::to_string(line) + ": left over");
        }
    };
    for (const auto& [path, file] : tree.sources())
        look(path, file.text);
    for (const auto& [path, text] : tree.others())
        look(path, text);
    return findings;
}

Findings missingLicence(const SourceTree& tree)
{
    Findings findings;
    for (const auto& [path, file] : tree.sources()) {
        if (firstLines(file.text, 1) != "// " + licence)
            findings.push_back(path + ": its first line is not // " + licence);
    }
    for (const auto& [path, text] : tree.others()) {
        const bool isCode =
            path.ends_with("CMakeLists.txt") || path.ends_with(".cmake") || text.starts_with("#!");
        if (isCode && firstLines(text, 2).find("# " + licence) == std::string::npos)
            findings.push_back(path + ": no # " + licence + " in its first two lines");
    }
    return findings;
}

} // namespace orangery::architecture
