// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleObject>
#include <QAccessibleWidget>

namespace orangery {

class MessageView;

/// The view as a list for assistive technology.
class MessageViewAccessible : public QAccessibleWidget
{
public:
    explicit MessageViewAccessible(MessageView* view);

    int childCount() const override;
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    QAccessibleInterface* focusChild() const override;

private:
    MessageView* view() const;
};

/// Lets MessageView answer as a list; called by its constructor, does something once.
void installMessageAccessibility();
/// The items of `view` are not valid any more, because its messages were replaced or it is going away.
void forgetMessageItems(MessageView* view);
/// The keyboard focus moved to a message.
void announceFocus(MessageView& view, int index);
/// Text to be spoken now, finished sentences of a running reply; nothing when it is empty.
void announceText(MessageView& view, int index, const QString& sentence);

} // namespace orangery
