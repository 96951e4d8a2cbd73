// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>

class QTabBar;

namespace orangery {

/// What works behind a tab; drawn by the style as a pill. A failed job wins over running ones.
struct TabBadge
{
    int running = 0;
    bool hasFailed = false;

    bool operator==(const TabBadge&) const = default;
    bool isEmpty() const { return running == 0 && !hasFailed; }
};

/// Puts `badge` on a tab (as its tabData) and into the name that screen readers say.
void setTabBadge(QTabBar& bar, int index, const TabBadge& badge);
TabBadge tabBadge(const QTabBar& bar, int index);

} // namespace orangery

Q_DECLARE_METATYPE(orangery::TabBadge)
