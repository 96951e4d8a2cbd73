// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QDialog>
#include <QList>
#include <QPointer>

class QAction;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace orangery {

class Accounts;
class NetworkControl;
class Preferences;
class SearchField;
class SettingsPage;
class Workbench;

/// The settings: a list of pages that can be searched, one page, and “Changes apply at once”. Window-modal.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// The frame around `pages`, which it takes over.
    SettingsDialog(Look look, const QList<SettingsPage*>& pages, QWidget* parent = nullptr);
    /// With the real pages. `actions` are those whose keys are listed.
    SettingsDialog(Look look, Workbench& workbench, Accounts& accounts, Preferences& preferences,
                   NetworkControl& network, const QString& dataFolder, const QList<QAction*>& actions,
                   QWidget* parent = nullptr);

    ~SettingsDialog() override;

    /// Shows a page by its object name; an empty or unknown one leaves the page as it is.
    void showPage(const QString& objectName);
    SettingsPage* currentPage() const;

signals:
    void addAccountRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QWidget* makeColumn();
    QWidget* makeFooter();
    void search(const QString& text);
    void showRow(int row);

    Look m_look;
    QList<SettingsPage*> m_pages;
    SearchField* m_search = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_nothing = nullptr;
    QStackedWidget* m_stack;
    QPushButton* m_reset = nullptr;
    QWidget* m_column;
    QPointer<QWidget> m_scrim; ///< on the parent's window
};

} // namespace orangery
