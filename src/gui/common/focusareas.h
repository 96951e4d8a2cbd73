// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace orangery {

/// A part of the window that the keys for the next and the previous area go to.
struct FocusArea
{
    /// What belongs to it, with all children. A widget may lie in one of another area: the inner one counts.
    QList<QWidget*> widgets;
    /// What has the focus at the first visit; later it is what had it last. Null, hidden or disabled: the
    /// area is left out.
    QWidget* entry = nullptr;
};

/// Gives the focus to the area after (`forward`) or before the one that has it; after the last comes the
/// first.
void stepFocus(const QList<FocusArea>& areas, bool forward);

} // namespace orangery
