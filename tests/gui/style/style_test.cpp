// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylefixture.h"

#include "gui/style/properties.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace orangery::test {
namespace {

class StyleTest : public StyleFixture
{};

class StyleAtRatio : public StyleFixture, public testing::WithParamInterface<qreal>
{};

TEST_P(StyleAtRatio, BordersAreWholeDevicePixels)
{
    const qreal ratio = GetParam();
    QLineEdit edit;
    edit.resize(120, 32);
    const QImage image = picture(edit, ratio);
    const int middle = image.height() / 2;
    const int width = qMax(1, int(ratio));
    // From the outside in: the border in full colour, then at once the fill; no half-tones between them.
    for (int x = 0; x < width; ++x)
        EXPECT_EQ(image.pixelColor(x, middle).rgb(), rgb(Token::LineStrong)) << "column " << x;
    EXPECT_EQ(image.pixelColor(width, middle).rgb(), rgb(Token::Base));
    EXPECT_EQ(image.pixelColor(image.width() - 1, middle).rgb(), rgb(Token::LineStrong));
}

TEST_P(StyleAtRatio, ASplitterIsOneLine)
{
    const qreal ratio = GetParam();
    QSplitter splitter(Qt::Horizontal);
    splitter.addWidget(new QWidget);
    splitter.addWidget(new QWidget);
    splitter.resize(201, 40);
    splitter.show();
    splitter.setSizes({100, 100});
    const QImage image = picture(splitter, ratio);
    int columns = 0;
    for (int x = 0; x < image.width(); ++x)
        columns += image.pixelColor(x, image.height() / 2).rgb() == rgb(Token::Line) ? 1 : 0;
    EXPECT_EQ(columns, qMax(1, int(ratio)));
}

INSTANTIATE_TEST_SUITE_P(Ratios, StyleAtRatio, testing::Values(1.0, 1.25, 1.5, 1.75, 2.0));

TEST_F(StyleTest, ASplitterCanBeGrabbedOverEightPixels)
{
    QSplitter splitter(Qt::Horizontal);
    splitter.addWidget(new QWidget);
    splitter.addWidget(new QWidget);
    splitter.resize(400, 100);
    splitter.show();
    QTest::qWait(1);
    EXPECT_EQ(splitter.handleWidth(), 1);
    EXPECT_EQ(splitter.handle(1)->width(), 8);
    EXPECT_EQ(splitter.handle(1)->contentsRect().width(), 1);
    EXPECT_EQ(splitter.widget(0)->width() + splitter.widget(1)->width(), 399);
}

TEST_F(StyleTest, HeightsFollowTheZoom)
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* button = new QPushButton(u"Save"_s);
    auto* edit = new QLineEdit;
    auto* combo = new QComboBox;
    auto* compact = new QPushButton(u"Save"_s);
    compact->setProperty(property::compact, true);
    for (QWidget* widget : std::initializer_list<QWidget*>{button, edit, combo, compact})
        layout->addWidget(widget);
    window.show();
    EXPECT_EQ(button->sizeHint().height(), 32);
    EXPECT_EQ(edit->sizeHint().height(), 32);
    EXPECT_EQ(combo->sizeHint().height(), 32);
    EXPECT_EQ(compact->sizeHint().height(), 28);
    theme.setSize(20);
    QCoreApplication::processEvents(); // Qt hands the new font to the widgets on the next turn
    for (QWidget* widget : std::initializer_list<QWidget*>{button, edit, combo}) {
        EXPECT_EQ(widget->font().pixelSize(), 20) << widget->metaObject()->className();
        EXPECT_GE(widget->sizeHint().height(), 39) << widget->metaObject()->className();
    }
    EXPECT_EQ(compact->sizeHint().height(), 35);
}

TEST_F(StyleTest, ButtonVariantsDiffer)
{
    QPushButton button(u"Send"_s);
    button.resize(80, 32);
    const auto fill = [&] { return picture(button).pixelColor(6, 16).rgb(); };
    EXPECT_EQ(fill(), rgb(Token::Base));
    property::set(button, property::primary);
    EXPECT_EQ(fill(), rgb(Token::Leaf));
    button.setDown(true);
    EXPECT_EQ(fill(), rgb(Token::LeafPress));
    button.setDown(false);
    property::set(button, property::primary, false);
    button.setCheckable(true);
    button.setChecked(true);
    EXPECT_EQ(fill(), rgb(Token::LeafSoft));
    button.setChecked(false);
    property::set(button, property::quiet);
    EXPECT_EQ(fill(), rgb(Token::Window));
    property::set(button, property::quiet, false);
    property::set(button, property::danger);
    EXPECT_EQ(picture(button).pixelColor(0, 16).rgb(), rgb(Token::Dang));
}

TEST_F(StyleTest, AButtonThatOpensSomethingLooksLikeOneWithAMenu)
{
    QPushButton plain(u"model"_s);
    QPushButton withMenu(u"model"_s);
    QMenu menu;
    withMenu.setMenu(&menu);
    QPushButton opens(u"model"_s);
    property::set(opens, property::opens);
    const auto grab = [this](QPushButton& button) {
        button.resize(button.sizeHint());
        return picture(button);
    };
    EXPECT_GT(opens.sizeHint().width(), plain.sizeHint().width());
    EXPECT_EQ(grab(opens), grab(withMenu));
    const int grown = opens.sizeHint().width() - plain.sizeHint().width();
    theme.setSize(24);
    QCoreApplication::processEvents();
    EXPECT_GT(opens.sizeHint().width() - plain.sizeHint().width(), grown) << "the chevron grows, too";
}

TEST_F(StyleTest, APrimaryButtonsIconIsReadable)
{
    QToolButton button;
    button.setProperty(property::primary, true);
    button.setIcon(icons.icon(u"stop"_s));
    button.resize(32, 32);
    const QImage image = picture(button);
    EXPECT_EQ(image.pixelColor(16, 16).rgb(), rgb(Token::OnLeaf));
}

TEST_F(StyleTest, AnInvalidFieldHasARedEdgeAndFocusAGreenOne)
{
    QWidget window;
    QLineEdit edit(&window);
    edit.resize(100, 32);
    QLineEdit other(&window);
    window.show();
    window.activateWindow();
    QCoreApplication::processEvents();
    edit.setFocus(Qt::MouseFocusReason);
    EXPECT_EQ(picture(edit).pixelColor(1, 16).rgb(), rgb(Token::Leaf));
    property::set(edit, property::invalid);
    EXPECT_EQ(picture(edit).pixelColor(1, 16).rgb(), rgb(Token::Dang));
    property::set(edit, property::invalid, false);
    other.setFocus();
    EXPECT_EQ(picture(edit).pixelColor(1, 16).rgb(), rgb(Token::Base));
}

TEST_F(StyleTest, TheRingIsForTheKeyboardOnly)
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* first = new QPushButton(u"First"_s);
    auto* second = new QPushButton(u"Second"_s);
    layout->addWidget(first);
    layout->addWidget(second);
    window.show();
    window.activateWindow();
    QCoreApplication::processEvents();
    const auto ring = [&window]() -> QWidget* {
        for (auto* frame : window.findChildren<QFocusFrame*>())
            if (frame->widget() && frame->isVisible())
                return frame->widget();
        return nullptr;
    };
    EXPECT_EQ(ring(), nullptr) << "opening a window is no key press";
    second->setFocus(Qt::MouseFocusReason);
    first->setFocus(Qt::TabFocusReason);
    EXPECT_EQ(ring(), first);
    QTest::keyClick(first, Qt::Key_Tab);
    EXPECT_EQ(ring(), second);
    first->setFocus(Qt::MouseFocusReason);
    EXPECT_EQ(ring(), nullptr);
    second->setFocus(Qt::BacktabFocusReason);
    EXPECT_EQ(ring(), second);
    delete second;
    EXPECT_EQ(ring(), nullptr);
}

TEST_F(StyleTest, ASwitchIsDrawnAsOneAndMirrored)
{
    QCheckBox box;
    box.setProperty(property::asSwitch, true);
    box.setChecked(true);
    box.resize(box.sizeHint());
    const int y = box.height() / 2;
    const QImage on = picture(box);
    EXPECT_EQ(on.pixelColor(26, y).rgb(), rgb(Token::OnLeaf));
    EXPECT_EQ(on.pixelColor(8, y).rgb(), rgb(Token::Leaf));
    box.setLayoutDirection(Qt::RightToLeft);
    const QImage mirrored = picture(box);
    EXPECT_EQ(mirrored.pixelColor(mirrored.width() - 27, y).rgb(), rgb(Token::OnLeaf));
    box.setLayoutDirection(Qt::LeftToRight);
    box.setChecked(false);
    EXPECT_EQ(picture(box).pixelColor(10, y).rgb(), rgb(Token::LineStrong));
}

TEST_F(StyleTest, TheSwitchSlidesOnlyWhenMotionIsWanted)
{
    theme.setMotionReduced(false);
    QCheckBox box;
    box.setProperty(property::asSwitch, true);
    box.resize(box.sizeHint());
    picture(box);
    box.setChecked(true);
    const int y = box.height() / 2;
    EXPECT_NE(picture(box).pixelColor(26, y).rgb(), rgb(Token::OnLeaf)) << "the knob is still at its start";
    EXPECT_TRUE(QTest::qWaitFor([&] { return picture(box).pixelColor(26, y).rgb() == rgb(Token::OnLeaf); }));
}

TEST_F(StyleTest, DisabledButtonsKeepTheirSize)
{
    QPushButton button(u"Send"_s);
    const QSize size = button.sizeHint();
    button.setEnabled(false);
    EXPECT_EQ(button.sizeHint(), size);
}

} // namespace
} // namespace orangery::test
