// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/desk.h"
#include "gui/style/look.h"

#include <QMainWindow>
#include <QPointer>

class QStackedWidget;

namespace orangery {

class ChatPage;
class HeaderBar;
class InspectorWindow;
class OnboardingDialog;
class SettingsDialog;
class ToastStack;
class WindowMenus;

/// The window: header with tabs, one page a tab, menus. It knows no page's business.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Look look, Desk desk);
    ~MainWindow() override;

    ChatPage& chatPage() { return *m_chat; }
    /// First run, or one more account.
    void openOnboarding();
    /// Opens the settings on the page of this object name; empty: on the last one.
    void openSettings(const QString& page = {});
    void openInspector();

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectMenus();
    void restore();
    void applyPreferences();
    void zoom(int size);
    void toggleMenuBar();
    void stepArea(bool forward);
    void showBudgetStep(int percent);

    Look m_look;
    Desk m_desk;
    WindowMenus* m_menus;
    HeaderBar* m_header;
    QStackedWidget* m_pages;
    ToastStack* m_toasts;
    ChatPage* m_chat;
    QPointer<SettingsDialog> m_settings;
    QPointer<InspectorWindow> m_inspector;
    QPointer<OnboardingDialog> m_onboarding;
    QPointer<QWidget> m_focusBeforeMenu;
    bool m_isAltAlone = false;
};

} // namespace orangery
