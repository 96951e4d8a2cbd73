// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowmenus.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

namespace orangery {

WindowMenus::WindowMenus(QMainWindow& window)
    : QObject(&window),
      m_window(window),
      m_button(new QMenu(&window))
{
    m_button->setObjectName(QStringLiteral("mainMenu"));
    QMenu* chat = m_button->addMenu(tr("&Chat"));
    add(chat, "newChat", tr("&New chat"), QKeySequence::New, &WindowMenus::newChatRequested);
    add(chat, "renameChat", tr("&Rename…"), Qt::Key_F2, &WindowMenus::renameRequested);
    add(chat, "deleteChat", tr("&Delete"), QKeySequence(), &WindowMenus::deleteRequested);
    chat->addSeparator();
    add(chat, "chooseModel", tr("Choose &model…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M,
        &WindowMenus::modelPickerRequested);
    add(chat, "previousBranch", tr("&Previous branch"), Qt::ALT | Qt::Key_Left,
        &WindowMenus::previousBranchRequested);
    add(chat, "nextBranch", tr("Ne&xt branch"), Qt::ALT | Qt::Key_Right, &WindowMenus::nextBranchRequested);
    chat->addSeparator();
    add(chat, "copyReply", tr("&Copy last reply"), Qt::CTRL | Qt::SHIFT | Qt::Key_C,
        &WindowMenus::copyReplyRequested);
    add(chat, "copyCode", tr("Copy last code &block"), Qt::CTRL | Qt::SHIFT | Qt::Key_Semicolon,
        &WindowMenus::copyCodeRequested);

    QMenu* view = m_button->addMenu(tr("&View"));
    add(view, "toggleSidebar", tr("&Sidebar"), Qt::CTRL | Qt::Key_B, &WindowMenus::sidebarToggled);
    add(view, "filterChats", tr("&Filter chats"), Qt::CTRL | Qt::Key_F, &WindowMenus::filterRequested);
    view->addSeparator();
    add(view, "nextArea", tr("Ne&xt area"), Qt::Key_F6, &WindowMenus::nextAreaRequested);
    add(view, "previousArea", tr("&Previous area"), Qt::SHIFT | Qt::Key_F6,
        &WindowMenus::previousAreaRequested);
    view->addSeparator();
    QAction* larger =
        add(view, "zoomIn", tr("&Larger text"), Qt::CTRL | Qt::Key_Equal, &WindowMenus::zoomInRequested);
    larger->setShortcuts({Qt::CTRL | Qt::Key_Equal, Qt::CTRL | Qt::Key_Plus});
    add(view, "zoomOut", tr("S&maller text"), Qt::CTRL | Qt::Key_Minus, &WindowMenus::zoomOutRequested);
    add(view, "zoomReset", tr("&Normal text"), Qt::CTRL | Qt::Key_0, &WindowMenus::zoomResetRequested);

    m_button->addSeparator();
    add(m_button, "settings", tr("&Settings…"), Qt::CTRL | Qt::Key_Comma, &WindowMenus::settingsRequested);
    QMenu* help = m_button->addMenu(tr("&Help"));
    add(help, "shortcuts", tr("&Keyboard shortcuts"), QKeySequence(), &WindowMenus::shortcutsRequested);
    add(help, "inspector", tr("&Request inspector"), Qt::CTRL | Qt::SHIFT | Qt::Key_I,
        &WindowMenus::inspectorRequested);
    help->addSeparator();
    add(help, "about", tr("&About Orangery"), QKeySequence(), &WindowMenus::aboutRequested);
    m_button->addSeparator();
    QAction* quit = m_button->addAction(tr("&Quit"));
    quit->setObjectName(QStringLiteral("quit"));
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    connect(quit, &QAction::triggered, &window, &QMainWindow::close);
    window.addAction(quit);
    m_actions.append(quit);

    // the bar stays out of sight until Alt or F10 asks for it
    QMenuBar* bar = window.menuBar();
    bar->addMenu(chat);
    bar->addMenu(view);
    QMenu* program = bar->addMenu(tr("&Program"));
    for (const char* name : {"settings", "quit"})
        program->addAction(action(QString::fromLatin1(name)));
    bar->addMenu(help);
    bar->setVisible(bar->isNativeMenuBar());
}

QAction* WindowMenus::add(QMenu* menu, const char* name, const QString& text, const QKeySequence& keys,
                          Wish wish)
{
    QAction* action = menu->addAction(text);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, wish);
    m_window.addAction(action);
    m_actions.append(action);
    return action;
}

QAction* WindowMenus::action(const QString& name) const
{
    for (QAction* action : m_actions) {
        if (action->objectName() == name)
            return action;
    }
    return nullptr;
}

} // namespace orangery
