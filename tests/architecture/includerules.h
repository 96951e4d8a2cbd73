// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/sourcetree.h"

#include <filesystem>

namespace orangery::architecture {

/// Every file of src lies in a folder of the table, and every quoted include of it names a file that is there
/// and a folder that its row allows.
Findings includesAgainstTable(const SourceTree& tree);

/// No folder includes a Qt module, a header of QtCore or a library that its row does not allow. Which module
/// a header belongs to is read from `qtHeaders` (the folder that holds QtCore, QtGui, …).
Findings librariesAgainstTable(const SourceTree& tree, const std::filesystem::path& qtHeaders);

/// Headers that include each other, directly or in a round; each round is named once.
Findings headerCycles(const SourceTree& tree);

} // namespace orangery::architecture
