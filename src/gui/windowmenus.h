// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;

namespace orangery {

/// The window's actions, in menus that the menu bar and the menu button share. Each has an object name, by
/// which shortcuts are listed.
class WindowMenus : public QObject
{
    Q_OBJECT

public:
    /// The actions belong to `window`, so their shortcuts hold in all of it.
    explicit WindowMenus(QMainWindow& window);

    /// The menu behind the header's button.
    QMenu* button() { return m_button; }
    const QList<QAction*>& actions() const { return m_actions; }
    QAction* action(const QString& name) const;

signals:
    void newChatRequested();
    void renameRequested();
    void deleteRequested();
    void modelPickerRequested();
    void previousBranchRequested();
    void nextBranchRequested();
    void copyReplyRequested();
    void copyCodeRequested();
    void sidebarToggled();
    void filterRequested();
    void settingsRequested();
    void shortcutsRequested();
    void inspectorRequested();
    void aboutRequested();
    void nextAreaRequested();
    void previousAreaRequested();
    void zoomInRequested();
    void zoomOutRequested();
    void zoomResetRequested();

private:
    using Wish = void (WindowMenus::*)();
    QAction* add(QMenu* menu, const char* name, const QString& text, const QKeySequence& keys, Wish wish);

    QMainWindow& m_window;
    QMenu* m_button;
    QList<QAction*> m_actions;
};

} // namespace orangery
