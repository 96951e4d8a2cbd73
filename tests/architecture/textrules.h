// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/sourcetree.h"

#include <map>
#include <string>

namespace orangery::architecture {

/// Files that may pass their cap, by path, each with the reason that a reviewer accepted.
using CapExceptions = std::map<std::string, std::string>;

/// 300 lines for a .cpp, 120 for a .h. An exception that is no longer needed is a finding, too.
Findings filesOverCap(const SourceTree& tree, const CapExceptions& exceptions);

/// QNetworkAccessManager outside net, SQL classes outside storage, either in gui.
Findings networkAndSqlOutOfPlace(const SourceTree& tree);

/// `static … instance()`, `processEvents` and QEventLoop in src.
Findings singletonsAndNestedLoops(const SourceTree& tree);

/// A colour spelled out in the windows: hexadecimal outside gui/style/theme*, as numbers or a name (Qt::red)
/// outside gui/style.
Findings coloursOutsideTheme(const SourceTree& tree);

/// Marks of unfinished work anywhere.
Findings leftOvers(const SourceTree& tree);

/// The licence line: first in every source, within the first two lines of scripts and CMake files.
Findings missingLicence(const SourceTree& tree);

} // namespace orangery::architecture
