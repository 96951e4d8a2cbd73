// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/messages/messagepainter.h"
#include "gui/chat/messages/selection.h"

#include <QObject>
#include <QTimer>

class QContextMenuEvent;
class QKeyEvent;
class QMouseEvent;
class QUrl;

namespace orangery {

class MessageView;

/// Pointer and keyboard in a message view: selection, hover, the focused message and what can be activated in
/// it. Arrow keys walk from message to message, Tab through the buttons and links of the focused one.
class MessageInteraction : public QObject
{
    Q_OBJECT

public:
    MessageInteraction(MessageView& view, MessageList& list, const MessageStyle& style);

    const Selection& selection() const { return m_selection; }
    MessagePainter::State& state() { return m_state; }
    void reset();
    /// The messages from `count` on are gone, or their blocks changed.
    void forgetFrom(int count);

    void press(QMouseEvent* event);
    void move(QMouseEvent* event);
    void release(QMouseEvent* event);
    void doubleClick(QMouseEvent* event);
    void leave();
    bool scrollSideways(const QPoint& point, int pixels);
    /// False: the key means nothing here.
    bool keyPress(QKeyEvent* event);
    void focusIn(Qt::FocusReason reason);
    /// Tab within the focused message; false when it should leave the view.
    bool moveFocus(bool next);
    void contextMenu(QContextMenuEvent* event);
    /// What a tooltip at a point of the viewport says.
    QString nameAt(const QPoint& point) const;

    void selectAll();
    void copy();
    void copyMessage(int index, bool markdown);
    void activate(int index, const Spot& spot);
    void setFocused(int index, const Spot& spot = {});
    QList<Spot> spots(int index) const;

signals:
    void changed(); ///< needs paint
    void linkActivated(const QUrl& address);
    void saveCodeRequested(const QString& code, const QString& language);
    void retryRequested(qint64 id);
    void continueRequested(qint64 id);
    void branchRequested(qint64 id, int step); ///< step: −1 to the branch before, 1 to the next
    void editRequested(qint64 id);
    void forkRequested(qint64 id);

private:
    QPoint inEntry(int index, const QPoint& point) const;
    Spot spotAt(int index, const QPoint& point) const;
    TextPosition positionAt(const QPoint& point) const;
    void hover(const QPoint& point);
    void dragTo(const QPoint& point);
    void selectWord(const TextPosition& position);
    bool walk(int step);
    bool extend(QKeyEvent* event);
    TextPosition stepped(TextPosition from, int characters) const;
    TextPosition stepLine(const TextPosition& from, int lines) const;

    MessageView& m_view;
    MessageList& m_list;
    const MessageStyle& m_style;
    Selection m_selection;
    MessagePainter::State m_state;
    QTimer m_copiedTimer;
    QTimer m_dragTimer;
    QPoint m_dragPoint;
    QPoint m_pressPoint;
    Spot m_pressed;
    int m_pressedMessage = -1;
    bool m_selecting = false;
};

} // namespace orangery
