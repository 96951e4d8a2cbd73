// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/picker/pickerrow.h"

namespace orangery {

class Accounts;
class ModelPicker;
class Preferences;
class Workbench;

/// What the picker and the page “Models and prices” show at the moment.
PickerFacts pickerFacts(const Workbench& workbench, const Accounts& accounts, const Preferences& preferences);

/// Feeds `picker` with catalog, quota, plan and favourites, keeps it up to date while it lives, and carries
/// out its wishes except the choice itself.
void connectPicker(ModelPicker& picker, Workbench& workbench, Accounts& accounts, Preferences& preferences);

} // namespace orangery
