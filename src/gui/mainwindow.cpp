// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/chat/chatpage.h"
#include "gui/chat/chattasks.h"
#include "gui/common/focusareas.h"
#include "gui/common/numbers.h"
#include "gui/common/toaststack.h"
#include "gui/headerbar.h"
#include "gui/inspector/inspectorwindow.h"
#include "gui/onboarding/onboardingdialog.h"
#include "gui/settings/settingsdialog.h"
#include "gui/style/icons.h"
#include "gui/style/theme.h"
#include "gui/windowmenus.h"
#include "gui/windowplace.h"
#include "service/preferences.h"
#include "service/workbench.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QTabBar>
#include <utility>

namespace orangery {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr QSize leastSize(900, 600);
constexpr QSize
    usualFrame(2, 40); ///< what a window manager may put around; not known before the window is shown
const QString placeKey = QStringLiteral("place");
const QString maximizedKey = QStringLiteral("maximized");

} // namespace

MainWindow::MainWindow(Look look, Desk desk) : m_look(look), m_desk(desk), m_menus(new WindowMenus(*this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Orangery"));
    auto* central = new QWidget(this);
    m_header = new HeaderBar(look, desk.workbench, desk.accounts, m_menus->button(), central);
    m_pages = new QStackedWidget(central);
    m_pages->setObjectName(QStringLiteral("pages"));
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    setCentralWidget(central);

    m_toasts = new ToastStack(look, *central);
    m_chat = new ChatPage(look, desk, *m_toasts, m_pages);
    m_pages->addWidget(m_chat);
    m_header->tabs().addTab(look.icons.icon(QStringLiteral("chat")), tr("Chat"));
    connect(&m_header->tabs(), &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);

    connect(m_header, &HeaderBar::accountSettingsRequested, this,
            [this] { openSettings(QStringLiteral("accountPage")); });
    connect(m_header, &HeaderBar::addAccountRequested, this, &MainWindow::openOnboarding);
    connect(m_chat, &ChatPage::accountSettingsRequested, this,
            [this] { openSettings(QStringLiteral("accountPage")); });
    connect(m_chat, &ChatPage::networkSettingsRequested, this,
            [this] { openSettings(QStringLiteral("networkPage")); });
    connect(m_chat, &ChatPage::budgetSettingsRequested, this,
            [this] { openSettings(QStringLiteral("budgetPage")); });
    connect(&desk.workbench, &Workbench::budgetStepReached, this, &MainWindow::showBudgetStep);
    connect(&desk.preferences, &Preferences::changed, this, &MainWindow::applyPreferences);
    connectMenus();
    applyPreferences();
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectMenus()
{
    connect(m_menus, &WindowMenus::newChatRequested, m_chat, &ChatPage::startNew);
    connect(m_menus, &WindowMenus::renameRequested, m_chat, &ChatPage::renameCurrent);
    connect(m_menus, &WindowMenus::deleteRequested, m_chat, &ChatPage::deleteCurrent);
    connect(m_menus, &WindowMenus::modelPickerRequested, m_chat, &ChatPage::openModelPicker);
    connect(m_menus, &WindowMenus::previousBranchRequested, m_chat, &ChatPage::showPreviousBranch);
    connect(m_menus, &WindowMenus::nextBranchRequested, m_chat, &ChatPage::showNextBranch);
    connect(m_menus, &WindowMenus::copyReplyRequested, &m_chat->tasks(), &ChatTasks::copyLastReply);
    connect(m_menus, &WindowMenus::copyCodeRequested, &m_chat->tasks(), &ChatTasks::copyLastCode);
    connect(m_menus, &WindowMenus::sidebarToggled, m_chat, &ChatPage::toggleSidebar);
    connect(m_menus, &WindowMenus::filterRequested, m_chat, &ChatPage::focusFilter);
    connect(m_menus, &WindowMenus::nextAreaRequested, this, [this] { stepArea(true); });
    connect(m_menus, &WindowMenus::previousAreaRequested, this, [this] { stepArea(false); });
    connect(m_menus, &WindowMenus::settingsRequested, this, [this] { openSettings(); });
    connect(m_menus, &WindowMenus::shortcutsRequested, this,
            [this] { openSettings(QStringLiteral("shortcutsPage")); });
    connect(m_menus, &WindowMenus::inspectorRequested, this, &MainWindow::openInspector);
    connect(m_menus, &WindowMenus::aboutRequested, this,
            [this] { openSettings(QStringLiteral("aboutPage")); });
    connect(m_menus, &WindowMenus::zoomInRequested, this, [this] { zoom(m_look.theme.size() + 1); });
    connect(m_menus, &WindowMenus::zoomOutRequested, this, [this] { zoom(m_look.theme.size() - 1); });
    connect(m_menus, &WindowMenus::zoomResetRequested, this, [this] { zoom(Theme::normalSize); });
}

void MainWindow::zoom(int size)
{
    m_desk.preferences.setFontSize(qBound(Theme::smallestSize, size, Theme::largestSize));
}

void MainWindow::applyPreferences()
{
    const Preferences& preferences = m_desk.preferences;
    const QString theme = preferences.theme();
    m_look.theme.setChoice(theme == QLatin1String("dark")    ? Theme::Choice::Dark
                           : theme == QLatin1String("light") ? Theme::Choice::Light
                                                             : Theme::Choice::System);
    m_look.theme.setSize(preferences.fontSize() > 0 ? preferences.fontSize() : Theme::normalSize);
    m_look.theme.setMotionReduced(preferences.isReducedMotion() ? std::optional(true) : std::nullopt);
}

void MainWindow::restore()
{
    QList<QRect> screens;
    for (const QScreen* screen : QGuiApplication::screens())
        screens.append(screen->availableGeometry());
    const QSize available = screens.isEmpty() ? leastSize : screens.first().size();
    setMinimumSize(leastSize.boundedTo(available));
    const QRect place = m_desk.preferences.windowState(placeKey).toRect();
    if (place.isValid())
        setGeometry(clampedToScreens(place, screens));
    else
        resize(firstSize.boundedTo(available - usualFrame));
    if (m_desk.preferences.windowState(maximizedKey).toBool())
        setWindowState(windowState() | Qt::WindowMaximized);
}

void MainWindow::openOnboarding()
{
    if (m_onboarding)
        return m_onboarding->raise();
    m_onboarding = new OnboardingDialog(m_look, m_desk.workbench, m_desk.accounts, this);
    m_onboarding->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_onboarding, &OnboardingDialog::networkSettingsRequested, this,
            [this] { openSettings(QStringLiteral("networkPage")); });
    m_onboarding->open();
}

void MainWindow::openSettings(const QString& page)
{
    if (!m_settings) {
        m_settings = new SettingsDialog(m_look, m_desk.workbench, m_desk.accounts, m_desk.preferences,
                                        m_desk.network, m_desk.dataFolder, m_menus->actions(), this);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settings, &SettingsDialog::addAccountRequested, this, &MainWindow::openOnboarding);
    }
    m_settings->showPage(page);
    m_settings->open();
}

void MainWindow::openInspector()
{
    if (!m_inspector) {
        m_inspector = new InspectorWindow(m_look, m_desk.inspector, m_desk.workbench, m_desk.accounts,
                                          m_desk.preferences, this);
        m_inspector->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_inspector->show();
    m_inspector->raise();
    m_inspector->activateWindow();
}

void MainWindow::showBudgetStep(int percent)
{
    const Quota& quota = m_desk.workbench.quota();
    ToastMessage step;
    step.accent = percent >= 80 ? Accent::Warning : Accent::Info;
    step.icon = QStringLiteral("gauge");
    step.title = tr("%1 % of today's neurons are used").arg(QLocale().toString(percent));
    step.text = tr("%1 are left until 00:00 UTC.").arg(Numbers::whole(quota.left()));
    m_toasts->show(step);
}

void MainWindow::stepArea(bool forward)
{
    QList<FocusArea> areas{{.widgets = {m_header}, .entry = &m_header->tabs()}};
    areas += m_chat->focusAreas();
    if (const QList<Toast*>& toasts = m_toasts->toasts(); !toasts.isEmpty())
        areas.append({.widgets = {toasts.cbegin(), toasts.cend()}, .entry = toasts.last()->firstButton()});
    stepFocus(areas, forward);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_desk.preferences.setWindowState(maximizedKey, isMaximized());
    m_desk.preferences.setWindowState(placeKey, isMaximized() ? normalGeometry() : geometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::toggleMenuBar()
{
    if (menuBar()->isNativeMenuBar())
        return;
    menuBar()->setVisible(!menuBar()->isVisible());
    if (menuBar()->isVisible()) {
        m_focusBeforeMenu = focusWidget();
        menuBar()->setFocus(Qt::MenuBarFocusReason);
    } else if (m_focusBeforeMenu) {
        m_focusBeforeMenu->setFocus(Qt::MenuBarFocusReason);
    }
}

// Alt alone, pressed and let go; not the Alt of Alt+Tab, nor of a change of the keyboard's layout.
void MainWindow::keyPressEvent(QKeyEvent* event)
{
    m_isAltAlone = event->key() == Qt::Key_Alt && event->modifiers() == Qt::AltModifier;
    if (event->key() == Qt::Key_F10)
        return toggleMenuBar();
    QMainWindow::keyPressEvent(event);
}

void MainWindow::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Alt && std::exchange(m_isAltAlone, false))
        return toggleMenuBar();
    QMainWindow::keyReleaseEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::ActivationChange)
        m_isAltAlone = false;
    QMainWindow::changeEvent(event);
}

} // namespace orangery
