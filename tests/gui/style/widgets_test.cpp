// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylefixture.h"

#include "gui/common/accountchip.h"
#include "gui/common/costbadge.h"
#include "gui/common/elidedlabel.h"
#include "gui/common/emptystate.h"
#include "gui/common/keycap.h"
#include "gui/common/pill.h"
#include "gui/common/quotagauge.h"
#include "gui/common/searchfield.h"
#include "gui/common/stepline.h"
#include "gui/style/properties.h"

#include <QAccessible>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;

namespace orangery::test {
namespace {

std::string shown(QString text)
{
    return text.replace(QChar(0xA0), u' ').toStdString();
}

class GaugeTest : public StyleFixture
{
protected:
    GaugeTest() : gauge(look) {}

    QImage grab(int width = 160)
    {
        gauge.resize(width, 32);
        return picture(gauge);
    }

    static constexpr int trackRow = 26;
    QuotaGauge gauge;
};

TEST_F(GaugeTest, SpeaksOfWhatIsLeftAndWhenItRenews)
{
    gauge.setQuota(Neurons::of(3416), {}, Neurons::of(10000), true);
    gauge.setResetIn(9 * 3600 + 40 * 60);
    EXPECT_EQ(shown(gauge.accessibleName()), "Quota, 6,584 of 10,000 neurons left");
    EXPECT_EQ(shown(gauge.accessibleDescription()), "resets in 9 hours 40 minutes");
    EXPECT_NE(gauge.toolTip().indexOf(u"00:00 UTC"_s), -1);
    EXPECT_EQ(QAccessible::queryAccessibleInterface(&gauge)->role(), QAccessible::PushButton);
}

TEST_F(GaugeTest, FillsTheUsedShareAndTurnsAmberAtEighty)
{
    gauge.setQuota(Neurons::of(5000), {}, Neurons::of(10000), true);
    EXPECT_EQ(grab().pixelColor(40, trackRow).rgb(), rgb(Token::Leaf));
    EXPECT_EQ(grab().pixelColor(120, trackRow).rgb(), rgb(Token::Sunken));
    gauge.setQuota(Neurons::of(7999), {}, Neurons::of(10000), true);
    EXPECT_EQ(grab().pixelColor(40, trackRow).rgb(), rgb(Token::Leaf));
    gauge.setQuota(Neurons::of(8000), {}, Neurons::of(10000), true);
    EXPECT_EQ(grab().pixelColor(40, trackRow).rgb(), rgb(Token::Warn));
}

TEST_F(GaugeTest, HatchesWhatIsReserved)
{
    gauge.setQuota(Neurons::of(2500), Neurons::of(5000), Neurons::of(10000), true);
    const QImage image = grab();
    int leaf = 0;
    int track = 0;
    for (int x = 45; x < 115; ++x) {
        const QRgb pixel = image.pixelColor(x, trackRow).rgb();
        leaf += qAbs(qGreen(pixel) - theme.color(Token::Leaf).green()) < 40 ? 1 : 0;
        track += qAbs(qGreen(pixel) - theme.color(Token::Sunken).green()) < 40 ? 1 : 0;
    }
    EXPECT_GT(leaf, 10);
    EXPECT_GT(track, 10);
    EXPECT_EQ(image.pixelColor(140, trackRow).rgb(), rgb(Token::Sunken));
}

TEST_F(GaugeTest, MarksAnUnconfirmedFigure)
{
    gauge.setQuota(Neurons::of(3416), {}, Neurons::of(10000), false);
    EXPECT_NE(gauge.accessibleName().indexOf(u"not confirmed"_s), -1);
    EXPECT_EQ(count(grab(), rgb(Token::Leaf)), 0) << "a dashed track has no fill";
    EXPECT_GT(count(grab(), rgb(Token::LineStrong)), 20);
}

TEST_F(GaugeTest, NeverShowsLessThanNothing)
{
    gauge.setQuota(Neurons::of(10400), Neurons::of(400), Neurons::of(10000), true);
    EXPECT_EQ(shown(gauge.accessibleName()), "Quota, 0 of 10,000 neurons left");
    EXPECT_EQ(grab().pixelColor(150, trackRow).rgb(), rgb(Token::Warn));
    gauge.setQuota({}, {}, {}, true); // a limit of nothing must not divide
    EXPECT_EQ(shown(gauge.accessibleName()), "Quota, 0 of 0 neurons left");
    grab();
}

TEST_F(GaugeTest, FillsFromTheRightInRightToLeft)
{
    gauge.setLayoutDirection(Qt::RightToLeft);
    gauge.setQuota(Neurons::of(5000), {}, Neurons::of(10000), true);
    EXPECT_EQ(grab().pixelColor(120, trackRow).rgb(), rgb(Token::Leaf));
    EXPECT_EQ(grab().pixelColor(40, trackRow).rgb(), rgb(Token::Sunken));
}

TEST_F(GaugeTest, GrowsWithTheText)
{
    gauge.setQuota(Neurons::of(3416), {}, Neurons::of(10000), true);
    const int width = gauge.sizeHint().width();
    theme.setSize(24);
    EXPECT_GT(gauge.sizeHint().width(), width);
    gauge.setCompact(true);
    EXPECT_LT(gauge.sizeHint().width(), width * 2);
}

class BadgeTest : public StyleFixture
{
protected:
    BadgeTest() : badge(look) {}
    const Neurons rest = Neurons::of(6584);
    CostBadge badge;
};

TEST_F(BadgeTest, EveryStateReadsAsDesigned)
{
    using State = CostBadge::State;
    EXPECT_EQ(badge.text().toStdString(), "…");
    badge.showEstimate(Neurons::of(21), rest);
    EXPECT_EQ(shown(badge.text()), "≈ 21 n · 0.3 % of today’s rest");
    EXPECT_EQ(badge.state(), State::Normal);
    EXPECT_EQ(shown(badge.accessibleName()), "Estimated cost 21.0 neurons, 0.3 % of today’s rest");
    badge.showEstimate(Neurons::of(658.4), rest);
    EXPECT_EQ(badge.state(), State::Normal) << "a tenth is not more than a tenth";
    badge.showEstimate(Neurons::of(660), rest);
    EXPECT_EQ(badge.state(), State::High);
    badge.showEstimate(Neurons::of(6900), rest);
    EXPECT_EQ(badge.state(), State::TooHigh);
    EXPECT_EQ(shown(badge.text()), "≈ 6,900 n · more than is left");
    badge.showEstimate(Neurons::of(21), {});
    EXPECT_EQ(badge.state(), State::TooHigh);
    EXPECT_EQ(shown(badge.text()), "≈ 21 n · 0 n left today");
    badge.showEstimate({}, {});
    EXPECT_EQ(badge.state(), State::Free);
    EXPECT_EQ(shown(badge.text()), "0 n");
    badge.showUnknown();
    EXPECT_EQ(shown(badge.text()), "price unknown");
    badge.showRunning(Neurons::of(10.6), Neurons::of(20));
    EXPECT_EQ(shown(badge.text()), "10.6 of ≈ 20 n");
    badge.showDone(Neurons::of(20.1), Neurons::of(18.8));
    EXPECT_EQ(shown(badge.text()), "est. 20 → 18.8 n");
    EXPECT_EQ(badge.state(), State::Done);
}

TEST_F(BadgeTest, ThinkingKeepsTheWidth)
{
    badge.showEstimate(Neurons::of(21), rest);
    const QSize size = badge.sizeHint();
    badge.showThinking();
    EXPECT_EQ(badge.sizeHint(), size);
    badge.showThinking();
    EXPECT_EQ(badge.sizeHint(), size);
    badge.showFree();
    EXPECT_LT(badge.sizeHint().width(), size.width());
}

TEST_F(BadgeTest, TooMuchIsAmberAndFreeIsGreen)
{
    badge.showEstimate(Neurons::of(6900), rest);
    badge.resize(badge.sizeHint());
    EXPECT_GT(count(picture(badge), rgb(Token::WarnSoft)), 200);
    badge.showFree();
    badge.resize(badge.sizeHint());
    EXPECT_GT(count(picture(badge), rgb(Token::LeafSoft)), 100);
}

class SmallPartsTest : public StyleFixture
{};

TEST_F(SmallPartsTest, PaintedPartsHaveRolesAndNames)
{
    Pill pill(look, Accent::Warning, u"ends 30 May"_s, u"warning"_s);
    CostBadge badge(look);
    StepLine steps(look, {u"Connect"_s, u"Check"_s, u"First reply"_s});
    KeyCap cap(look, QKeySequence(u"Ctrl+K"_s));
    for (QWidget* widget : std::initializer_list<QWidget*>{&pill, &badge, &steps, &cap}) {
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(widget);
        ASSERT_TRUE(face);
        EXPECT_EQ(face->role(), QAccessible::StaticText) << widget->metaObject()->className();
        EXPECT_FALSE(face->text(QAccessible::Name).isEmpty()) << widget->metaObject()->className();
    }
}

TEST_F(SmallPartsTest, StepsSayWhereOneStands)
{
    StepLine steps(look, {u"Connect"_s, u"Check"_s, u"First reply"_s});
    EXPECT_EQ(steps.accessibleName(), u"Step 1 of 3: Connect"_s);
    steps.setCurrent(2);
    EXPECT_EQ(steps.accessibleName(), u"Step 3 of 3: First reply"_s);
    const int width = steps.sizeHint().width();
    steps.setSkipped(1, true);
    EXPECT_EQ(steps.accessibleName(), u"Step 2 of 2: First reply"_s);
    EXPECT_LT(steps.sizeHint().width(), width);
}

TEST_F(SmallPartsTest, ALongLabelIsCutAndKeepsItsText)
{
    ElidedLabel label(u"a rather long name\nin two lines"_s);
    label.show();
    label.resize(30, 20);
    EXPECT_TRUE(label.isElided());
    EXPECT_EQ(label.toolTip(), u"a rather long name in two lines"_s);
    EXPECT_EQ(label.accessibleName(), label.toolTip());
    label.resize(400, 20);
    EXPECT_FALSE(label.isElided());
    EXPECT_TRUE(label.toolTip().isEmpty());
}

TEST_F(SmallPartsTest, EscapeClearsASearchAndThenGoesOn)
{
    QWidget parent;
    SearchField field(look, u"Filter chats"_s, &parent);
    EXPECT_EQ(field.accessibleName(), u"Filter chats"_s);
    field.setText(u"frost"_s);
    QTest::keyClick(&field, Qt::Key_Escape);
    EXPECT_TRUE(field.text().isEmpty());
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(&field, &escape);
    EXPECT_FALSE(escape.isAccepted());
}

TEST_F(SmallPartsTest, TheChipNamesTheAccount)
{
    AccountChip chip(look);
    EXPECT_EQ(chip.popupMode(), QToolButton::InstantPopup);
    chip.setAccount(u"Hofgarten"_s, u"3f9a00c21e"_s, u"Free"_s);
    EXPECT_EQ(chip.accessibleName(), u"Account Hofgarten, Free plan"_s);
    const int width = chip.sizeHint().width();
    chip.setAccount({}, u"3f9a00c21e"_s, u"Free"_s);
    EXPECT_EQ(chip.accessibleName(), u"Account 3f9a00, Free plan"_s);
    chip.setSandbox();
    EXPECT_EQ(chip.accessibleName(), u"Account Sandbox"_s);
    chip.setCompact(true);
    EXPECT_LT(chip.sizeHint().width(), width);
    chip.setAccount(QString(200, u'W'), u"3f9a00c21e"_s, u"Free"_s);
    chip.setCompact(false);
    EXPECT_LT(chip.sizeHint().width(), 260);
    EXPECT_GE(chip.sizeHint().height(), 28);
}

TEST_F(SmallPartsTest, AnEmptyPageOffersItsActions)
{
    EmptyState page(look, u"chat"_s, u"No chats yet"_s, u"Ask something."_s);
    QPushButton* ask = page.addAction(u"Ask · ≈ 1 n"_s, true, u"send"_s);
    QPushButton* other = page.addAction(u"Open Settings"_s, false);
    EXPECT_TRUE(property::isSet(ask, property::primary));
    EXPECT_FALSE(property::isSet(other, property::primary));
    EXPECT_EQ(page.accessibleName(), u"No chats yet"_s);
    page.resize(600, 400);
    page.show();
    EXPECT_LT(ask->x(), other->x());
}

} // namespace
} // namespace orangery::test
