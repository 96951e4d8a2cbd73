// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/shortcutspage.h"

#include "gui/common/keycap.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>

namespace orangery {

ShortcutsPage::ShortcutsPage(Look look, const QList<QAction*>& actions, QWidget* parent)
    : SettingsPage(look, QStringLiteral("keyboard"), tr("Shortcuts"), tr("The keys that work in every tab."),
                   parent)
{
    setObjectName(QStringLiteral("shortcutsPage"));
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    for (const QAction* action : actions) {
        if (!action->isSeparator() && !action->shortcut().isEmpty())
            rows->addWidget(makeRow(*action));
    }
    if (rows->isEmpty())
        rows->addWidget(new QLabel(tr("No action has keys."), this));
    body()->addLayout(rows);
    body()->addStretch();
}

QWidget* ShortcutsPage::makeRow(const QAction& action)
{
    auto* row = new QWidget(this);
    auto* name = new QLabel(QString(action.text()).remove(QLatin1Char('&')), row);
    bindText(*name, look().theme, TextRole::Body);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 6, 0, 6);
    line->setSpacing(6);
    line->addWidget(name, 1);
    const QList<QKeySequence> shortcuts = action.shortcuts();
    QStringList spoken;
    for (const QKeySequence& keys : shortcuts) {
        line->addWidget(new KeyCap(look(), keys, row));
        spoken.append(keys.toString(QKeySequence::NativeText));
    }
    row->setAccessibleName(name->text());
    row->setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    return row;
}

} // namespace orangery
