// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/tabframe.h"

#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QSplitter>
#include <QStyle>

namespace orangery {

namespace {

constexpr int roomyWidth = 1080;
constexpr int sidebarWidth = 264;

} // namespace

TabFrame::TabFrame(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_splitter(new QSplitter(this))
{
    m_splitter->setChildrenCollapsible(false);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_splitter);
}

void TabFrame::setParts(QWidget* sidebar, QWidget* main)
{
    m_sidebar = sidebar;
    m_main = main;
    sidebar->setMinimumWidth(200);
    sidebar->setMaximumWidth(400);
    m_splitter->addWidget(sidebar);
    m_splitter->addWidget(main);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({sidebarWidth, 1000});
    m_roomyState = m_splitter->saveState();
}

bool TabFrame::isSidebarVisible() const
{
    return m_sidebar->isVisibleTo(m_sidebar->parentWidget());
}

QByteArray TabFrame::saveState() const
{
    return m_isNarrow ? m_roomyState : m_splitter->saveState();
}

void TabFrame::restoreState(const QByteArray& state)
{
    if (!state.isEmpty() && !m_isNarrow)
        m_splitter->restoreState(state);
}

void TabFrame::toggleSidebar()
{
    if (!isSidebarVisible())
        return showSidebar();
    if (m_isNarrow)
        return closeOverlay();
    m_sidebar->hide();
    emit sidebarButtonNeeded(true);
}

void TabFrame::showSidebar()
{
    if (m_isNarrow)
        placeOverlay();
    m_sidebar->show();
    m_sidebar->raise();
    emit sidebarButtonNeeded(m_isNarrow);
}

void TabFrame::closeOverlay()
{
    if (!m_isNarrow || !isSidebarVisible())
        return;
    const bool hadFocus = m_sidebar->isAncestorOf(window()->focusWidget());
    m_sidebar->hide();
    if (hadFocus)
        m_main->setFocus();
}

void TabFrame::placeOverlay()
{
    const QRect place(0, 0, m_look.theme.scaled(sidebarWidth), height());
    m_sidebar->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void TabFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < roomyWidth;
    if (isNarrow && isNarrow == m_isNarrow)
        placeOverlay();
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    if (isNarrow) {
        m_roomyState = m_splitter->saveState();
        m_sidebar->setParent(this);
        m_sidebar->hide();
        placeOverlay();
    } else {
        m_splitter->insertWidget(0, m_sidebar);
        m_sidebar->show();
        m_splitter->restoreState(m_roomyState);
    }
    emit sidebarButtonNeeded(isNarrow);
}

void TabFrame::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_isNarrow && isSidebarVisible())
        return closeOverlay();
    QWidget::keyPressEvent(event);
}

} // namespace orangery
