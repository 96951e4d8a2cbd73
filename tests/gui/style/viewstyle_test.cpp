// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylefixture.h"

#include "gui/style/tabbadge.h"

#include <QListWidget>
#include <QScrollBar>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace orangery::test {
namespace {

class ViewStyleTest : public StyleFixture
{};

TEST_F(ViewStyleTest, ScrollBarsHaveNoArrowsAndAnEasyHandle)
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 100000);
    bar.setPageStep(10);
    bar.resize(10, 200);
    EXPECT_EQ(bar.sizeHint().width(), 10);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = Qt::Vertical;
    option.maximum = bar.maximum();
    option.pageStep = bar.pageStep();
    const auto part = [&](QStyle::SubControl control) {
        return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, control, &bar);
    };
    EXPECT_TRUE(part(QStyle::SC_ScrollBarAddLine).isEmpty());
    EXPECT_TRUE(part(QStyle::SC_ScrollBarSubLine).isEmpty());
    EXPECT_EQ(part(QStyle::SC_ScrollBarSlider).height(), 32);
    option.sliderPosition = option.maximum;
    EXPECT_EQ(part(QStyle::SC_ScrollBarSlider).bottom(), 199);
    option.maximum = 0; // nothing to scroll
    EXPECT_EQ(part(QStyle::SC_ScrollBarSlider).height(), 200);
}

TEST_F(ViewStyleTest, ASliderFillsFromItsStart)
{
    QSlider slider(Qt::Horizontal);
    slider.resize(200, 28);
    slider.setValue(50);
    const QImage image = picture(slider);
    EXPECT_EQ(image.pixelColor(40, 14).rgb(), rgb(Token::Leaf));
    EXPECT_NE(image.pixelColor(160, 14).rgb(), rgb(Token::Leaf));
    slider.setLayoutDirection(Qt::RightToLeft);
    const QImage mirrored = picture(slider);
    EXPECT_EQ(mirrored.pixelColor(160, 14).rgb(), rgb(Token::Leaf));
}

TEST_F(ViewStyleTest, TabsKeepTheirWidthAndShowBadges)
{
    QTabBar bar;
    bar.setExpanding(false);
    bar.addTab(icons.icon(u"chat"_s), u"Chat"_s);
    bar.addTab(icons.icon(u"usage"_s), u"Usage"_s);
    const int width = bar.tabRect(1).width();
    EXPECT_EQ(bar.sizeHint().height(), 48);
    bar.setCurrentIndex(1);
    EXPECT_EQ(bar.tabRect(1).width(), width);
    setTabBadge(bar, 1, {2, false});
    EXPECT_GT(bar.tabRect(1).width(), width);
    EXPECT_EQ(bar.accessibleTabName(1), u"Usage, 2 jobs running"_s);
    bar.resize(bar.sizeHint());
    EXPECT_GT(count(picture(bar), rgb(Token::TangSoft)), 20);
    setTabBadge(bar, 1, {2, true});
    EXPECT_GT(count(picture(bar), rgb(Token::DangSoft)), 20);
    EXPECT_EQ(bar.accessibleTabName(1), u"Usage, a job failed"_s);
    setTabBadge(bar, 1, {});
    EXPECT_EQ(bar.tabRect(1).width(), width);
}

TEST_F(ViewStyleTest, TheMarkStandsUnderTheCurrentTab)
{
    QTabBar bar;
    bar.setDrawBase(false);
    bar.setExpanding(false);
    bar.addTab(u"One"_s);
    bar.addTab(u"Two"_s);
    bar.resize(bar.sizeHint());
    const auto isMarked = [&](int index) {
        const QRect tab = bar.tabRect(index);
        return picture(bar).pixelColor(tab.center().x(), tab.bottom()).rgb() == rgb(Token::Leaf);
    };
    EXPECT_TRUE(isMarked(0));
    EXPECT_FALSE(isMarked(1));
    bar.setCurrentIndex(1);
    EXPECT_FALSE(isMarked(0));
    EXPECT_TRUE(isMarked(1));
}

TEST_F(ViewStyleTest, ACurrentRowHasItsBarAtTheStart)
{
    QListWidget list;
    list.setFrameShape(QFrame::NoFrame);
    list.addItems({u"One"_s, u"Two"_s});
    list.setCurrentRow(0);
    list.clearFocus();
    list.resize(200, 80);
    const auto edge = [&](bool end) {
        const QImage image = picture(list);
        return image.pixelColor(end ? image.width() - 2 : 1, 10).rgb();
    };
    EXPECT_EQ(edge(false), rgb(Token::Leaf));
    EXPECT_EQ(edge(true), rgb(Token::Sel));
    list.setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(edge(true), rgb(Token::Leaf));
}

} // namespace
} // namespace orangery::test
