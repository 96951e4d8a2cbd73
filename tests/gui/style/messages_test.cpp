// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylefixture.h"

#include "gui/common/banner.h"
#include "gui/common/toaststack.h"

#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace orangery::test {
namespace {

template <typename Widget>
Widget* named(QObject& parent, const QString& name)
{
    return parent.findChild<Widget*>(name);
}

class BannerTest : public StyleFixture
{
protected:
    BannerTest() : banner(look, &window) { window.show(); }

    static BannerMessage message(const QString& id, Accent accent)
    {
        BannerMessage made;
        made.id = id;
        made.accent = accent;
        made.title = u"Title of "_s + id;
        made.text = u"Next in 4 s & <soon>"_s;
        return made;
    }

    QWidget window;
    Banner banner;
};

TEST_F(BannerTest, IsHiddenUntilThereIsSomethingToSay)
{
    EXPECT_TRUE(banner.isHidden());
    banner.post(message(u"busy"_s, Accent::Info));
    EXPECT_FALSE(banner.isHidden());
    EXPECT_EQ(banner.accessibleName(), u"Title of busy"_s);
    banner.remove(u"unknown"_s);
    EXPECT_FALSE(banner.isHidden());
    banner.remove(u"busy"_s);
    EXPECT_TRUE(banner.isHidden());
    EXPECT_TRUE(banner.current().id.isEmpty());
}

TEST_F(BannerTest, TheMostSeriousMessageWinsAndOthersAreCounted)
{
    banner.post(message(u"offline"_s, Accent::Danger));
    banner.post(message(u"busy"_s, Accent::Info));
    banner.post(message(u"quota"_s, Accent::Warning));
    EXPECT_EQ(banner.current().id, u"offline"_s);
    auto* pill = named<QWidget>(banner, u"bannerCountPill"_s);
    EXPECT_FALSE(pill->isHidden());
    EXPECT_EQ(pill->accessibleName(), u"+2"_s);
    banner.remove(u"offline"_s);
    EXPECT_EQ(banner.current().id, u"quota"_s);
    banner.remove(u"busy"_s);
    EXPECT_TRUE(pill->isHidden());
}

TEST_F(BannerTest, ButtonsSayWhichMessageTheyBelongTo)
{
    QSignalSpy triggered(&banner, &Banner::actionTriggered);
    BannerMessage quota = message(u"quota"_s, Accent::Warning);
    quota.actions = {{u"Send at 01:00"_s, u"clock"_s}, {u"0 n models"_s, {}}};
    banner.post(quota);
    named<QPushButton>(banner, u"bannerActionButton1"_s)->click();
    ASSERT_EQ(triggered.count(), 1);
    EXPECT_EQ(triggered.first().at(0).toString(), u"quota"_s);
    EXPECT_EQ(triggered.first().at(1).toInt(), 1);
    banner.post(message(u"offline"_s, Accent::Danger));
    EXPECT_TRUE(named<QPushButton>(banner, u"bannerActionButton0"_s)->isHidden());
}

TEST_F(BannerTest, AnUpdateReplacesItsText)
{
    BannerMessage counting = message(u"busy"_s, Accent::Info);
    banner.post(counting);
    counting.text = u"Next in 3 s"_s;
    counting.emphasis = u"3 s"_s;
    banner.post(counting);
    EXPECT_EQ(named<QLabel>(banner, u"bannerTextLabel"_s)->text(), u"Next in <b>3 s</b>"_s);
    EXPECT_TRUE(named<QWidget>(banner, u"bannerCountPill"_s)->isHidden());
}

TEST_F(BannerTest, TextIsNeverMarkup)
{
    banner.post(message(u"x"_s, Accent::Info));
    EXPECT_EQ(named<QLabel>(banner, u"bannerTextLabel"_s)->text(), u"Next in 4 s &amp; &lt;soon&gt;"_s);
    EXPECT_EQ(named<QLabel>(banner, u"bannerTitleLabel"_s)->textFormat(), Qt::PlainText);
}

TEST_F(BannerTest, DetailsCanBeCopied)
{
    BannerMessage failed = message(u"failed"_s, Accent::Danger);
    banner.post(failed);
    auto* details = named<QPushButton>(banner, u"bannerDetailsButton"_s);
    EXPECT_TRUE(details->isHidden());
    failed.details = u"{\"errors\":[{\"code\":10000}]}"_s;
    banner.post(failed);
    details->click();
    auto* popup = named<QFrame>(banner, u"detailsPopup"_s);
    ASSERT_TRUE(popup);
    EXPECT_EQ(named<QPlainTextEdit>(*popup, u"detailsEdit"_s)->toPlainText(), failed.details);
    named<QPushButton>(*popup, u"copyDetailsButton"_s)->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), failed.details);
    popup->close();
}

class ToastTest : public StyleFixture
{
protected:
    ToastTest()
    {
        window.resize(900, 600);
        window.show();
    }

    static ToastMessage message(const QString& title, Accent accent = Accent::Neutral)
    {
        return {accent, u"undo"_s, title, u"“Seed list”"_s, u"Undo"_s};
    }

    QWidget window;
    ToastStack& stack = *new ToastStack(look, window);
};

TEST_F(ToastTest, UndoIsToldOnceAndTheToastLeaves)
{
    Toast* toast = stack.show(message(u"Chat deleted"_s));
    QSignalSpy undone(toast, &Toast::actionTriggered);
    QSignalSpy closed(toast, &Toast::closed);
    auto* button = named<QPushButton>(*toast, u"toastActionButton"_s);
    button->click();
    button->click();
    EXPECT_EQ(undone.count(), 1);
    EXPECT_EQ(closed.count(), 1);
    EXPECT_TRUE(stack.toasts().isEmpty());
    EXPECT_TRUE(toast->isHidden());
}

TEST_F(ToastTest, ClosingIsNotUndoing)
{
    Toast* toast = stack.show(message(u"Chat deleted"_s));
    QSignalSpy undone(toast, &Toast::actionTriggered);
    named<QToolButton>(*toast, u"toastCloseButton"_s)->click();
    EXPECT_EQ(undone.count(), 0);
    EXPECT_TRUE(stack.toasts().isEmpty());
}

TEST_F(ToastTest, LeavesByItselfButErrorsStay)
{
    Toast* note = stack.show(message(u"Saved"_s));
    Toast* error = stack.show(message(u"Failed"_s, Accent::Danger));
    EXPECT_TRUE(note->findChild<QTimer*>()->isActive());
    EXPECT_EQ(note->findChild<QTimer*>()->interval(), 6000);
    EXPECT_FALSE(error->findChild<QTimer*>()->isActive());
    QSignalSpy closed(note, &Toast::closed);
    note->findChild<QTimer*>()->setInterval(0);
    EXPECT_TRUE(closed.wait());
    EXPECT_EQ(stack.toasts(), QList<Toast*>{error});
}

TEST_F(ToastTest, WaitsWhileThePointerRestsOnIt)
{
    Toast* toast = stack.show(message(u"Saved"_s));
    auto* timer = toast->findChild<QTimer*>();
    QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
    QCoreApplication::sendEvent(toast, &enter);
    EXPECT_FALSE(timer->isActive());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(toast, &leave);
    EXPECT_TRUE(timer->isActive());
}

TEST_F(ToastTest, AtMostThreeStandAndErrorsStandLongest)
{
    Toast* error = stack.show(message(u"Failed"_s, Accent::Danger));
    stack.show(message(u"1"_s));
    Toast* second = stack.show(message(u"2"_s));
    Toast* third = stack.show(message(u"3"_s));
    EXPECT_EQ(stack.toasts(), (QList<Toast*>{error, second, third}));
}

TEST_F(ToastTest, StacksInTheBottomEndCorner)
{
    Toast* first = stack.show(message(u"1"_s));
    Toast* second = stack.show(message(u"2"_s));
    EXPECT_EQ(second->geometry().right(), 900 - 16 - 1);
    EXPECT_EQ(second->geometry().bottom(), 600 - 16 - 1);
    EXPECT_EQ(first->geometry().bottom(), second->geometry().top() - 9);
    EXPECT_EQ(second->width(), 384);
    window.resize(700, 500);
    EXPECT_EQ(second->geometry().right(), 700 - 16 - 1);
    window.setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(second->geometry().left(), 16);
}

TEST_F(ToastTest, EscapeClosesTheFocusedOne)
{
    Toast* toast = stack.show(message(u"1"_s));
    QTest::keyClick(named<QPushButton>(*toast, u"toastActionButton"_s), Qt::Key_Escape);
    EXPECT_TRUE(stack.toasts().isEmpty());
}

TEST_F(ToastTest, AWindowMayGoWithItsToasts)
{
    auto other = std::make_unique<QWidget>();
    auto* others = new ToastStack(look, *other);
    QSignalSpy closed(others->show(message(u"1"_s)), &Toast::closed);
    other.reset();
    EXPECT_EQ(closed.count(), 0);
}

} // namespace
} // namespace orangery::test
