// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/sourcetree.h"

#include <string>
#include <vector>

namespace orangery::architecture {

/// Scenarios and complaints of the product page that must have a test by now; grows with every issue.
const std::vector<std::string>& dueScenarios();

/// Those of `due` for which no test of the tree is named: a suite or a case that is the name, or begins with
/// it and an underscore. A disabled test does not count.
Findings missingScenarios(const SourceTree& tree, const std::vector<std::string>& due);

} // namespace orangery::architecture
