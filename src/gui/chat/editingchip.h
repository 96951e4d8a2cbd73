// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/chip.h"

namespace orangery {

/// Says that the text takes an earlier message's place in a branch of its own.
class EditingChip : public Chip
{
    Q_OBJECT

public:
    explicit EditingChip(Look look, QWidget* parent = nullptr);
};

} // namespace orangery
