// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QTimer>
#include <QWidget>

class QMenu;
class QTabBar;
class QToolButton;

namespace orangery {

class AccountChip;
class Accounts;
class QuotaGauge;
class Workbench;

/// The top of the window: mark, tabs, quota gauge, account, menu.
class HeaderBar : public QWidget
{
    Q_OBJECT

public:
    HeaderBar(Look look, Workbench& workbench, Accounts& accounts, QMenu* menu, QWidget* parent = nullptr);

    QTabBar& tabs() { return *m_tabs; }

signals:
    void accountSettingsRequested();
    void addAccountRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showQuota();
    void showAccount();
    void fillAccountMenu();

    Look m_look;
    Workbench& m_workbench;
    Accounts& m_accounts;
    QTabBar* m_tabs;
    QuotaGauge* m_gauge;
    AccountChip* m_chip;
    QMenu* m_accountMenu;
    QToolButton* m_menuButton;
    QTimer m_minute;
};

} // namespace orangery
