// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatsidebar.h"

#include "features/chat/conversationlist.h"
#include "gui/chat/chatlistrows.h"
#include "gui/chat/chatrowdelegate.h"
#include "gui/common/searchfield.h"
#include "gui/style/icons.h"
#include "gui/style/properties.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

namespace orangery {

ChatSidebar::ChatSidebar(Look look, ConversationList& conversations, QWidget* parent)
    : QFrame(parent),
      m_look(look),
      m_rows(new ChatListRows(conversations, this)),
      m_filter(new SearchField(look, tr("Filter chats"), this)),
      m_newButton(new QPushButton(this)),
      m_list(new QListView(this)),
      m_delegate(new ChatRowDelegate(look, m_list))
{
    setObjectName(QStringLiteral("chatSidebar"));
    setAccessibleName(tr("Chats"));
    m_filter->setObjectName(QStringLiteral("chatFilterEdit"));
    property::set(*m_filter, property::compact);
    m_newButton->setObjectName(QStringLiteral("newChatButton"));
    m_newButton->setIcon(look.icons.icon(QStringLiteral("plus")));
    m_newButton->setAccessibleName(tr("New chat"));
    m_newButton->setToolTip(tr("New chat (Ctrl+N)"));
    property::set(*m_newButton, property::primary);
    property::set(*m_newButton, property::compact);
    m_newButton->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);

    m_list->setObjectName(QStringLiteral("chatList"));
    m_list->setAccessibleName(tr("Chats"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(false);
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->installEventFilter(this);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 12, 12, 8);
    head->setSpacing(8);
    head->addWidget(m_filter, 1);
    head->addWidget(m_newButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_list, 1);
    setTabOrder(m_filter, m_newButton);
    setTabOrder(m_newButton, m_list);

    connect(m_filter, &QLineEdit::textChanged, m_rows, &ChatListRows::setFilter);
    connect(m_newButton, &QPushButton::clicked, this, &ChatSidebar::newRequested);
    connect(m_rows, &ChatListRows::updated, this, &ChatSidebar::selectWhenFree);
    connect(m_delegate, &QAbstractItemDelegate::closeEditor, this, &ChatSidebar::selectWhenFree,
            Qt::QueuedConnection);
    const auto open = [this](const QModelIndex& index) {
        if (const qint64 id = m_rows->idAt(index); id != 0)
            emit openRequested(id);
    };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
    connect(m_list, &QWidget::customContextMenuRequested, this, &ChatSidebar::showMenu);
    connect(&look.theme, &Theme::changed, m_list, &QListView::doItemsLayout);
}

void ChatSidebar::setCurrent(qint64 conversationId)
{
    m_current = conversationId;
    m_isSelected = false;
    selectWhenFree();
}

// A change of the current row ends the renaming of another, and takes the keys from who walks the list.
void ChatSidebar::selectWhenFree()
{
    if (!m_delegate->isEditing() && (!m_isSelected || !m_list->currentIndex().isValid()))
        select();
}

void ChatSidebar::select()
{
    const QModelIndex index = m_rows->indexOf(m_current);
    m_isSelected = index.isValid() || m_current == 0;
    if (m_list->currentIndex() == index)
        return;
    m_list->setCurrentIndex(index);
    if (index.isValid())
        m_list->scrollTo(index);
}

qint64 ChatSidebar::neighbourOf(qint64 conversationId) const
{
    return m_rows->neighbourOf(conversationId);
}

QWidget* ChatSidebar::list() const
{
    return m_list;
}

void ChatSidebar::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

qint64 ChatSidebar::focused(qint64 fallback) const
{
    const qint64 id = m_list->hasFocus() ? m_rows->idAt(m_list->currentIndex()) : 0;
    return id != 0 ? id : fallback;
}

void ChatSidebar::rename(qint64 conversationId)
{
    if (!m_rows->indexOf(conversationId).isValid())
        m_filter->clear(); // it may be hidden by the filter
    const QModelIndex index = m_rows->indexOf(conversationId);
    if (!index.isValid())
        return;
    m_list->setFocus();
    m_list->setCurrentIndex(index);
    m_list->edit(index);
}

void ChatSidebar::showMenu(const QPoint& position)
{
    const QModelIndex index = m_list->indexAt(position);
    const qint64 id = m_rows->idAt(index);
    if (id == 0)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, id] { emit openRequested(id); });
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this, [this, id] { rename(id); });
    connect(menu->addAction(tr("Delete")), &QAction::triggered, this,
            [this, id] { emit deleteRequested(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool ChatSidebar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason) {
            m_isSelected = false; // whoever walked the list has left it: back to the open one
            QMetaObject::invokeMethod(this, &ChatSidebar::selectWhenFree, Qt::QueuedConnection);
        }
    }
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const qint64 id = m_rows->idAt(m_list->currentIndex());
        if (key == Qt::Key_Delete && id != 0) {
            emit deleteRequested(id);
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && id != 0 && m_list->focusWidget() == m_list) {
            emit openRequested(id);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ChatSidebar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme.color(Token::Window));
}

} // namespace orangery
