// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/messages/messageview.h"
#include "gui/style/icons.h"
#include "gui/style/theme.h"

#include <gtest/gtest.h>

namespace orangery::test {

/// A shown message view of 900 × 600 in the light theme.
class MessageViewTest : public testing::Test
{
protected:
    MessageViewTest();

    static MessageItem own(qint64 id, const QString& text);
    static MessageItem reply(qint64 id, const QString& text, MessageState state = MessageState::Done);
    /// `count` messages, own and reply in turn, with some Markdown.
    static QList<MessageItem> conversation(int count);

    /// The point of the viewport where character `offset` of a block is.
    QPoint pointOf(int message, int slot, int offset);
    void drag(const QPoint& from, const QPoint& to);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    Spot spot(int message, Spot::Kind kind);
    static QString clipboard();

    Theme theme;
    Icons icons{theme};
    MessageView view{Look{theme, icons}};
};

} // namespace orangery::test
