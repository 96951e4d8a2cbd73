// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messageaccessible.h"

#include "gui/chat/messages/messageitemaccessible.h"
#include "gui/chat/messages/messageview.h"

#include <QHash>

namespace orangery {

namespace {

/// Ids that Qt's registry gave to the items of each view. The registry owns the interfaces.
QHash<const MessageView*, QHash<int, QAccessible::Id>>& items()
{
    static QHash<const MessageView*, QHash<int, QAccessible::Id>> all;
    return all;
}

QAccessibleInterface* factory(const QString& className, QObject* object)
{
    auto* view = className == QLatin1String(MessageView::staticMetaObject.className())
                     ? qobject_cast<MessageView*>(object)
                     : nullptr;
    return view ? new MessageViewAccessible(view) : nullptr;
}

} // namespace

MessageViewAccessible::MessageViewAccessible(MessageView* view) : QAccessibleWidget(view, QAccessible::List)
{}

MessageView* MessageViewAccessible::view() const
{
    return static_cast<MessageView*>(widget());
}

int MessageViewAccessible::childCount() const
{
    return view()->messageCount();
}

QAccessibleInterface* MessageViewAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    auto& ids = items()[view()];
    if (const auto id = ids.value(index))
        return QAccessible::accessibleInterface(id);
    auto* item = new MessageItemAccessible(view(), index);
    ids.insert(index, QAccessible::registerAccessibleInterface(item));
    return item;
}

int MessageViewAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    const auto ids = items().value(view());
    for (auto it = ids.cbegin(); it != ids.cend(); ++it) {
        if (QAccessible::accessibleInterface(it.value()) == child)
            return it.key();
    }
    return -1;
}

QAccessibleInterface* MessageViewAccessible::childAt(int x, int y) const
{
    const QPoint point = view()->viewport()->mapFromGlobal(QPoint(x, y));
    const int index = view()->messageAt(point);
    return index >= 0 && view()->messageRect(index).contains(point) ? child(index) : nullptr;
}

QAccessibleInterface* MessageViewAccessible::focusChild() const
{
    return view()->hasFocus() ? child(view()->interaction().state().focused) : nullptr;
}

void installMessageAccessibility()
{
    static bool installed = false;
    if (!installed)
        QAccessible::installFactory(factory);
    installed = true;
}

void forgetMessageItems(MessageView* view)
{
    const auto ids = items().take(view);
    for (const QAccessible::Id id : ids)
        QAccessible::deleteAccessibleInterface(id);
}

void announceFocus(MessageView& view, int index)
{
    if (!QAccessible::isActive() || index < 0)
        return;
    QAccessibleEvent event(&view, QAccessible::Focus);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

void announceText(MessageView& view, int index, const QString& sentence)
{
    if (sentence.isEmpty() || !QAccessible::isActive())
        return;
    const int end = static_cast<int>(view.list().entry(index).item().text.size());
    QAccessibleTextInsertEvent event(&view, qMax(0, end - static_cast<int>(sentence.size())), sentence);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace orangery
