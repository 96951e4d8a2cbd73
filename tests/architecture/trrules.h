// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "architecture/sourcetree.h"

namespace orangery::architecture {

/// Words handed to what shows them (setText, setWindowTitle, addAction, …) in gui, features and app that do
/// not go through tr() or translate(). A literal that no translator should see (a product's name, a sample of
/// a format) is excused by a comment on its line that begins with `untranslated:` and says why.
Findings untranslatedStrings(const SourceTree& tree);

/// Words in a .ui file that are marked as not to be translated (samples like `host.example` aside), and style
/// sheets.
Findings untranslatedForms(const SourceTree& tree);

} // namespace orangery::architecture
