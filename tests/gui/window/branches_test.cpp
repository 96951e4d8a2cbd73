// SPDX-License-Identifier: GPL-3.0-or-later
// Branches in the window: by mouse, by keyboard, and as they are seen.
#include "features/chat/conversationlist.h"
#include "gui/chat/composer.h"
#include "gui/chat/draftedit.h"
#include "gui/chat/messages/messageview.h"
#include "gui/window/windowfixture.h"
#include "support/waitfor.h"

#include <QTest>

namespace orangery::test {

using namespace Qt::StringLiterals;

class Branches : public WindowFixture
{
protected:
    void SetUp() override
    {
        start();
        useAccount();
        for (const QString& question : {u"One"_s, u"Two"_s, u"Three"_s})
            ask(question);
    }
    MessageView& view() { return *window->findChild<MessageView*>(); }
    DraftEdit& field() { return find<DraftEdit>("promptEdit"); }
    Spot spot(int index, Spot::Kind kind)
    {
        view().scrollToMessage(index);
        for (const Spot& spot : view().interaction().spots(index)) {
            if (spot.kind == kind)
                return spot;
        }
        return {};
    }
    void click(int index, Spot::Kind kind)
    {
        const Spot place = spot(index, kind);
        ASSERT_FALSE(place.isNull());
        const QPoint centre = view().messageRect(index).topLeft() + place.rect.center();
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, centre);
    }
    QStringList questions()
    {
        QStringList texts;
        for (int i = 0; i < view().messageCount(); i += 2)
            texts.append(view().list().entry(i).item().text);
        return texts;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window->focusWidget() ? window->focusWidget() : window.get(), key, modifiers);
    }
};

TEST_F(Branches, AQuestionIsEditedByMouseAndBothWaysStay)
{
    click(2, Spot::Edit);
    ASSERT_TRUE(waitFor([&] { return field().toPlainText() == u"Two"_s; }));
    EXPECT_TRUE(find<QWidget>("editingChip").isVisible());
    EXPECT_TRUE(field().hasFocus());
    shoot(u"branch-editing"_s);
    field().setPlainText(u"Two and a half"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return questions() == (QStringList{u"One"_s, u"Two and a half"_s}); }));
    ASSERT_TRUE(waitUntilAnswered());
    EXPECT_TRUE(find<QWidget>("editingChip").isHidden());
    EXPECT_TRUE(field().toPlainText().isEmpty());
    EXPECT_TRUE(spot(2, Spot::NextBranch).isNull());
    shoot(u"branch-second"_s);

    click(2, Spot::PreviousBranch);
    EXPECT_EQ(questions(), (QStringList{u"One"_s, u"Two"_s, u"Three"_s}));
    EXPECT_TRUE(spot(2, Spot::PreviousBranch).isNull());
    shoot(u"branch-first"_s);
    click(2, Spot::NextBranch);
    EXPECT_EQ(questions(), (QStringList{u"One"_s, u"Two and a half"_s}));
}

TEST_F(Branches, AQuestionIsEditedAndLeftByKeyboard)
{
    field().setFocus();
    press(Qt::Key_Up);
    ASSERT_TRUE(waitFor([&] { return field().toPlainText() == u"Three"_s; }));
    press(Qt::Key_Up);
    EXPECT_EQ(field().toPlainText(), u"Three"_s) << "in a text the key moves";
    press(Qt::Key_Escape);
    ASSERT_TRUE(waitFor([&] { return field().toPlainText().isEmpty(); }));
    EXPECT_TRUE(find<QWidget>("editingChip").isHidden());
    press(Qt::Key_Up);
    ASSERT_TRUE(waitFor([&] { return field().toPlainText() == u"Three"_s; }));
    field().setPlainText(u"Four"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return questions().last() == u"Four"_s; }));
    ASSERT_TRUE(waitUntilAnswered());

    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(questions().last(), u"Three"_s);
    press(Qt::Key_Left, Qt::AltModifier);
    EXPECT_EQ(questions().last(), u"Three"_s) << "there is none before";
    press(Qt::Key_Right, Qt::AltModifier);
    EXPECT_EQ(questions().last(), u"Four"_s);
}

TEST_F(Branches, TheShownBranchIsThereAfterARestart)
{
    click(0, Spot::Edit);
    ASSERT_TRUE(waitFor([&] { return field().toPlainText() == u"One"_s; }));
    type(u"Zero"_s);
    press(Qt::Key_Return);
    ASSERT_TRUE(waitFor([&] { return questions() == QStringList{u"Zero"_s}; }));
    ASSERT_TRUE(waitUntilAnswered());
    click(0, Spot::PreviousBranch);
    const qint64 id = chat().conversationId();
    end();
    start();
    chat().open(id);
    ASSERT_TRUE(waitFor([&] { return view().messageCount() == 6; }));
    EXPECT_EQ(questions().first(), u"One"_s);
    EXPECT_EQ(view().list().entry(0).item().branches, 2);
}

TEST_F(Branches, AReplyGoesOnInANewChat)
{
    const qint64 from = chat().conversationId();
    click(3, Spot::Fork);
    ASSERT_TRUE(waitFor([&] { return chat().conversationId() != from && view().messageCount() == 4; }));
    ConversationList& list = services->conversations();
    ASSERT_TRUE(waitFor([&] { return list.rowOf(chat().conversationId()) >= 0; }));
    EXPECT_EQ(list.at(list.rowOf(chat().conversationId())).title, u"One (branch)"_s);
    EXPECT_TRUE(list.rowOf(from) >= 0);
    shoot(u"branch-fork"_s);
}

} // namespace orangery::test
