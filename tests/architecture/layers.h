// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace orangery::architecture {

/// One row of the table of layers in ARCHITECTURE.md. A folder may always include itself.
struct Layer
{
    std::string folder;                 ///< below src; a main program is named by its file
    std::vector<std::string> layers;    ///< folders it may include
    std::vector<std::string> qtModules; ///< Qt modules it may include, besides QtCore
    std::vector<std::string>
        neverIncludes; ///< headers of QtCore that it must do without, each with all that begins so
};

/// A library and the one folder that may include its headers.
struct LibraryHome
{
    std::string headerPrefix;
    std::string folder;
    /// Folders that may use it as well.
    std::vector<std::string> alsoIn;
};

const std::vector<Layer>& layerTable();
const std::vector<LibraryHome>& libraryTable();

/// The row that governs a file, by its path from the top; null outside src.
const Layer* layerOf(const std::string& path);

} // namespace orangery::architecture
