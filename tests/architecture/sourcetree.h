// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/sourcefile.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace orangery::architecture {

/// What a rule found wrong: one sentence a place, empty when the tree keeps the rule.
using Findings = std::vector<std::string>;

/// The project's files as the rules see them, read once from a top folder (the project's, or a made-up one).
class SourceTree
{
public:
    explicit SourceTree(const std::filesystem::path& top);

    /// C++ sources and headers of `src` and `tests`, by path.
    const std::map<std::string, SourceFile>& sources() const { return m_sources; }
    /// Everything else that is text: `ui/*.ui`, CMake files, scripts. Path → content.
    const std::map<std::string, std::string>& others() const { return m_others; }

    /// Sources below `folder` ("src/gui"), a folder's name being whole: "src/gui" does not match "src/guide".
    std::vector<const SourceFile*> below(const std::string& folder) const;
    /// What a quoted include of `from` names: relative to `src`, to `tests`, or to the including file's
    /// folder.
    const SourceFile* resolve(const SourceFile& from, const std::string& target) const;

private:
    void read(const std::filesystem::path& top, const std::string& folder);

    std::map<std::string, SourceFile> m_sources;
    std::map<std::string, std::string> m_others;
};

/// Whether `path` lies in `folder` or below it.
bool isBelow(const std::string& path, const std::string& folder);

} // namespace orangery::architecture
