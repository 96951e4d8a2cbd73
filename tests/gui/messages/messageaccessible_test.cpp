// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/messages/messagefixture.h"

#include <QAccessible>

namespace orangery {

using namespace Qt::StringLiterals;
using test::MessageViewTest;

TEST_F(MessageViewTest, IsAListWithNamedItems)
{
    MessageItem answer = reply(2, u"The **answer**."_s);
    answer.booked = Neurons::of(18.8);
    MessageItem broken = reply(3, u"half"_s, MessageState::Failed);
    broken.notice = u"The line broke."_s;
    view.setMessages({own(1, u"Why?"_s), answer, broken, reply(4, {}, MessageState::Streaming)});
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
    ASSERT_NE(list, nullptr);
    EXPECT_EQ(list->role(), QAccessible::List);
    EXPECT_EQ(list->text(QAccessible::Name), u"Conversation"_s);
    ASSERT_EQ(list->childCount(), 4);
    EXPECT_EQ(list->child(0)->text(QAccessible::Name), u"Your message"_s);
    EXPECT_EQ(list->child(1)->text(QAccessible::Name), u"Reply by glm-4.7-flash, finished, 18.8 neurons"_s);
    EXPECT_EQ(list->child(2)->text(QAccessible::Name), u"Reply by glm-4.7-flash, broken off"_s);
    EXPECT_EQ(list->child(2)->text(QAccessible::Description), u"The line broke."_s);
    EXPECT_EQ(list->child(3)->text(QAccessible::Name), u"Reply by glm-4.7-flash, running"_s);
    EXPECT_TRUE(list->child(3)->state().busy);
    EXPECT_EQ(list->child(9), nullptr);

    QAccessibleInterface* item = list->child(1);
    EXPECT_EQ(item->role(), QAccessible::ListItem);
    EXPECT_EQ(item->parent(), list);
    EXPECT_EQ(list->indexOfChild(item), 1);
    EXPECT_EQ(item, list->child(1)) << "one interface an item";
    ASSERT_NE(item->textInterface(), nullptr);
    EXPECT_EQ(item->textInterface()->text(4, 14), u"**answer**"_s);
    const QPoint centre = item->rect().center();
    EXPECT_EQ(list->childAt(centre.x(), centre.y()), item);
}

TEST_F(MessageViewTest, ItemsGoWithTheirMessages)
{
    view.setMessages(conversation(4));
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
    list->child(3);
    view.truncate(2);
    EXPECT_EQ(list->childCount(), 2);
    EXPECT_EQ(list->child(3), nullptr);
    EXPECT_TRUE(list->child(1)->isValid());
}

} // namespace orangery
