// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/editingchip.h"

#include <QToolButton>

namespace orangery {

EditingChip::EditingChip(Look look, QWidget* parent) : Chip(look, QStringLiteral("edit"), parent)
{
    setObjectName(QStringLiteral("editingChip"));
    setLine(tr("Editing an earlier message. The old one stays as a branch."));
    removeButton().setObjectName(QStringLiteral("leaveEditingButton"));
    removeButton().setAccessibleName(tr("Leave the message as it is"));
    removeButton().setToolTip(tr("Leave the message as it is (Esc)"));
}

} // namespace orangery
