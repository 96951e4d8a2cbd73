// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/messages/messagefixture.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMouseEvent>

namespace orangery::test {

using namespace Qt::StringLiterals;

MessageViewTest::MessageViewTest()
{
    theme.setChoice(Theme::Choice::Light);
    view.resize(900, 600);
    view.show();
    QApplication::clipboard()->clear();
}

MessageItem MessageViewTest::own(qint64 id, const QString& text)
{
    MessageItem item;
    item.id = id;
    item.role = MessageRole::User;
    item.text = text;
    return item;
}

MessageItem MessageViewTest::reply(qint64 id, const QString& text, MessageState state)
{
    MessageItem item;
    item.id = id;
    item.text = text;
    item.state = state;
    item.model = u"glm-4.7-flash"_s;
    return item;
}

QList<MessageItem> MessageViewTest::conversation(int count)
{
    QList<MessageItem> items;
    for (int i = 0; i < count; ++i) {
        if (i % 2 == 0)
            items.append(own(i + 1, u"Question "_s + QString::number(i)));
        else
            items.append(reply(
                i + 1, u"## Answer "_s + QString::number(i) +
                           u"\n\nA paragraph with **bold** words.\n\n- one\n- two\n\n```py\nx = 1\n```\n"_s));
    }
    return items;
}

QPoint MessageViewTest::pointOf(int message, int slot, int offset)
{
    const MessageEntry& entry = view.list().entry(message);
    const QRectF caret = entry.layout(slot)->caretRect(offset);
    return view.messageRect(message).topLeft() + entry.slotRect(slot).topLeft() +
           QPointF(caret.left(), caret.center().y()).toPoint();
}

void MessageViewTest::drag(const QPoint& from, const QPoint& to)
{
    const auto send = [&](QEvent::Type type, const QPoint& at, Qt::MouseButton button,
                          Qt::MouseButtons buttons) {
        QMouseEvent event(type, QPointF(at), view.viewport()->mapToGlobal(QPointF(at)), button, buttons,
                          Qt::NoModifier);
        QApplication::sendEvent(view.viewport(), &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    if (from != to)
        send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
}

void MessageViewTest::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QKeyEvent event(QEvent::KeyPress, key, modifiers);
    QApplication::sendEvent(&view, &event);
}

Spot MessageViewTest::spot(int message, Spot::Kind kind)
{
    for (const Spot& spot : view.interaction().spots(message)) {
        if (spot.kind == kind)
            return spot;
    }
    return {};
}

QString MessageViewTest::clipboard()
{
    return QApplication::clipboard()->text();
}

} // namespace orangery::test
