// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingspage.h"

#include <QList>

class QAction;

namespace orangery {

/// The keys of all actions that have some.
class ShortcutsPage : public SettingsPage
{
    Q_OBJECT

public:
    ShortcutsPage(Look look, const QList<QAction*>& actions, QWidget* parent = nullptr);

private:
    QWidget* makeRow(const QAction& action);
};

} // namespace orangery
