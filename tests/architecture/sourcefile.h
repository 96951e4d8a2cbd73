// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace orangery::architecture {

/// One `#include`: what stands between the marks, and which marks.
struct Include
{
    std::string target;
    bool isQuoted = false;
    int line = 0;
};

/// A string literal of the source, without its quotes; `offset` is where the quote stands in
/// `SourceFile::text`.
struct Literal
{
    std::string value;
    std::size_t offset = 0;
    std::size_t length = 0; ///< quotes, prefix and raw delimiters included
};

/// A C++ source split into what the rules look at. Built once per file; all offsets agree with `text`.
struct SourceFile
{
    std::string path; ///< relative to the top of the tree, with `/`
    std::string text;
    std::string code;  ///< `text` with comments blanked (line ends kept)
    std::string plain; ///< `code` with the contents of literals blanked, too: only names and marks
    std::vector<Literal> literals;
    std::vector<Include> includes;

    static SourceFile parse(std::string path, std::string text);

    int lineCount() const;
    int lineOf(std::size_t offset) const;
    /// The whole line that holds `offset`, comments included.
    std::string lineAt(std::size_t offset) const;
    /// `path:line`, as compilers write it.
    std::string where(std::size_t offset) const;
};

} // namespace orangery::architecture
