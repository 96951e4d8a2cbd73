// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QFrame>

class QListView;
class QPushButton;

namespace orangery {

class ChatListRows;
class ChatRowDelegate;
class ConversationList;
class SearchField;

/// The conversations: filter, a new one, the list with its keys (Enter opens, F2 renames, Delete deletes).
class ChatSidebar : public QFrame
{
    Q_OBJECT

public:
    ChatSidebar(Look look, ConversationList& conversations, QWidget* parent = nullptr);

    /// Marks the open conversation; 0: none.
    void setCurrent(qint64 conversationId);
    /// The conversation of the row that has the keyboard's attention; `fallback` when none has.
    qint64 focused(qint64 fallback) const;
    /// The conversation of the row below this one's, else above it; 0: there is none.
    qint64 neighbourOf(qint64 conversationId) const;
    QWidget* list() const;
    void focusFilter();
    void rename(qint64 conversationId);

signals:
    void newRequested();
    void openRequested(qint64 conversationId);
    void deleteRequested(qint64 conversationId);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showMenu(const QPoint& position);
    void select();
    void selectWhenFree();

    Look m_look;
    ChatListRows* m_rows;
    SearchField* m_filter;
    QPushButton* m_newButton;
    QListView* m_list;
    ChatRowDelegate* m_delegate;
    qint64 m_current = 0;
    bool m_isSelected = false; ///< m_current's row has been made the current one
};

} // namespace orangery
