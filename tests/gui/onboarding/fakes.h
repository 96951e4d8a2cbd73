// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the dialogs work with, in memory.
#include "gui/onboarding/fakeaccounts.h"
#include "gui/onboarding/fakecheck.h"
#include "gui/onboarding/fakequestion.h"
