// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a person pastes is understood one floor down; windows and commands reach it through the service.
#include "workersai/accountinput.h"
