// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/tabbadge.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTabBar>
#include <QVariant>

namespace orangery {

void setTabBadge(QTabBar& bar, int index, const TabBadge& badge)
{
    if (tabBadge(bar, index) == badge)
        return;
    bar.setTabData(index, QVariant::fromValue(badge));
    const QString name = bar.tabText(index).remove(u'&');
    QString spoken;
    if (badge.hasFailed)
        spoken = QCoreApplication::translate("TabBadge", "%1, a job failed").arg(name);
    else if (badge.running > 0)
        spoken = badge.running == 1 ? QCoreApplication::translate("TabBadge", "%1, 1 job running").arg(name)
                                    : QCoreApplication::translate("TabBadge", "%1, %2 jobs running")
                                          .arg(name, QLocale().toString(badge.running));
    bar.setAccessibleTabName(index, spoken);
    // The width of the tab depends on the badge: setting its text lays the bar out again.
    bar.setTabText(index, bar.tabText(index));
    bar.update();
}

TabBadge tabBadge(const QTabBar& bar, int index)
{
    return bar.tabData(index).value<TabBadge>();
}

} // namespace orangery
