// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/theme.h"

#include "gui/style/textrole.h"

#include <QApplication>
#include <QFontInfo>
#include <QLabel>
#include <QSignalSpy>
#include <cmath>
#include <gtest/gtest.h>
#include <utility>
#include <vector>

namespace orangery {
namespace {

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return std::max(la, lb) / std::min(la, lb);
}

using Pairs = std::vector<std::pair<Token, std::vector<Token>>>;

const Pairs textPairs{
    {Token::Text,
     {Token::Window, Token::Base, Token::Raised, Token::Sunken, Token::Hover, Token::Sel, Token::CodeBg,
      Token::LeafSoft, Token::TangSoft, Token::WarnSoft, Token::DangSoft, Token::InfoSoft}},
    {Token::Text2,
     {Token::Window, Token::Base, Token::Raised, Token::Sunken, Token::Hover, Token::Sel, Token::CodeBg,
      Token::WarnSoft, Token::DangSoft, Token::InfoSoft}},
    {Token::Text3,
     {Token::Window, Token::Base, Token::Raised, Token::Sunken, Token::Hover, Token::Sel, Token::CodeBg}},
    {Token::OnLeaf, {Token::Leaf, Token::LeafHover, Token::LeafPress}},
    {Token::LeafText, {Token::Window, Token::Base, Token::Raised, Token::Hover, Token::Sel, Token::LeafSoft}},
    {Token::TangText, {Token::Window, Token::Base, Token::TangSoft}},
    {Token::WarnText, {Token::Window, Token::Base, Token::Raised, Token::WarnSoft}},
    {Token::DangText, {Token::Window, Token::Base, Token::Raised, Token::Sel, Token::DangSoft}},
    {Token::InfoText, {Token::Window, Token::Base, Token::InfoSoft}},
};

const Pairs graphicPairs{
    {Token::LineStrong, {Token::Window, Token::Base, Token::Raised}},
    {Token::Leaf, {Token::Window, Token::Base, Token::Raised, Token::Sunken}},
    {Token::Tang, {Token::Window, Token::Base}},
    {Token::Warn, {Token::Window, Token::Base}},
    {Token::Dang, {Token::Window, Token::Base, Token::Raised}},
    {Token::Info, {Token::Window, Token::Base}},
    {Token::C1, {Token::Base}},
    {Token::C2, {Token::Base}},
    {Token::C3, {Token::Base}},
    {Token::C4, {Token::Base, Token::CodeBg}},
    {Token::C5, {Token::Base}},
    {Token::C6, {Token::Base}},
};

class ThemeOfBoth : public testing::TestWithParam<Theme::Choice>
{
protected:
    ThemeOfBoth() { theme.setChoice(GetParam()); }

    void expectContrast(const Pairs& pairs, double least)
    {
        for (const auto& [ink, surfaces] : pairs)
            for (const Token surface : surfaces)
                EXPECT_GE(contrast(theme.color(ink), theme.color(surface)), least)
                    << "token " << int(ink) << " on " << int(surface);
    }

    Theme theme;
};

TEST_P(ThemeOfBoth, TextIsReadableOnEverySurfaceItStandsOn)
{
    expectContrast(textPairs, 4.5);
}

TEST_P(ThemeOfBoth, GraphicsStandOutFromTheirSurface)
{
    expectContrast(graphicPairs, 3.0);
}

TEST_P(ThemeOfBoth, ThePaletteCarriesTheTokens)
{
    const std::vector<std::pair<QPalette::ColorRole, Token>> mapping{
        {QPalette::Window, Token::Window},       {QPalette::Base, Token::Base},
        {QPalette::AlternateBase, Token::Hover}, {QPalette::Button, Token::Base},
        {QPalette::ToolTipBase, Token::Raised},  {QPalette::WindowText, Token::Text},
        {QPalette::Text, Token::Text},           {QPalette::ButtonText, Token::Text},
        {QPalette::ToolTipText, Token::Text},    {QPalette::PlaceholderText, Token::Text3},
        {QPalette::Highlight, Token::Sel},       {QPalette::HighlightedText, Token::Text},
        {QPalette::Link, Token::LeafText},       {QPalette::LinkVisited, Token::LeafText},
        {QPalette::BrightText, Token::OnLeaf},   {QPalette::Light, Token::Raised},
        {QPalette::Midlight, Token::Hover},      {QPalette::Mid, Token::Line},
        {QPalette::Dark, Token::LineStrong},     {QPalette::Shadow, Token::LineStrong},
    };
    for (const auto& [role, token] : mapping)
        EXPECT_EQ(QApplication::palette().color(QPalette::Active, role), theme.color(token))
            << "role " << role;
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, ThemeOfBoth,
                         testing::Values(Theme::Choice::Light, Theme::Choice::Dark));

TEST(ThemeTest, TheDesignsColoursAreExact)
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    EXPECT_EQ(theme.color(Token::Leaf).rgb() & RGB_MASK, 0x2C7531U);
    theme.setChoice(Theme::Choice::Dark);
    EXPECT_EQ(theme.color(Token::Leaf).rgb() & RGB_MASK, 0x7CC47BU);
    EXPECT_TRUE(theme.isDark());
}

TEST(ThemeTest, ChangesAreToldOnce)
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setChoice(Theme::Choice::Dark);
    EXPECT_EQ(changed.count(), 1);
    theme.setChoice(Theme::Choice::Dark);
    EXPECT_EQ(changed.count(), 1);
}

TEST(ThemeTest, ZoomStaysBetweenNineAndTwentyFour)
{
    Theme theme;
    theme.setSize(4);
    EXPECT_EQ(theme.size(), 9);
    theme.zoomOut();
    EXPECT_EQ(theme.size(), 9);
    theme.setSize(99);
    EXPECT_EQ(theme.size(), 24);
    theme.zoomIn();
    EXPECT_EQ(theme.size(), 24);
    theme.resetZoom();
    EXPECT_EQ(theme.size(), 13);
}

TEST(ThemeTest, EverythingGrowsWithTheZoom)
{
    Theme theme;
    EXPECT_EQ(theme.controlHeight(), 32);
    EXPECT_EQ(theme.compactHeight(), 28);
    EXPECT_EQ(theme.font(TextRole::Display).pixelSize(), 28);
    EXPECT_EQ(theme.font(TextRole::Tiny).pixelSize(), 11);
    EXPECT_EQ(theme.lineHeight(TextRole::Reading), 21);
    theme.setSize(20);
    EXPECT_EQ(theme.controlHeight(), 39);
    EXPECT_EQ(theme.font(TextRole::Title).pixelSize(), 27);
    EXPECT_EQ(QApplication::font().pixelSize(), 20);
    EXPECT_EQ(theme.lineHeight(TextRole::Reading), 31);
    EXPECT_EQ(theme.scaled(164), 252);
    theme.setSize(9);
    EXPECT_EQ(theme.controlHeight(), 32);
    EXPECT_EQ(theme.scaled(164), 164);
}

TEST(ThemeTest, CodeHasAFontOfItsOwn)
{
    Theme theme;
    EXPECT_TRUE(QFontInfo(theme.font(TextRole::Code)).fixedPitch());
    theme.setCodeFamily(QStringLiteral("DejaVu Sans Mono"));
    EXPECT_EQ(theme.font(TextRole::Code).family(), QStringLiteral("DejaVu Sans Mono"));
    EXPECT_EQ(theme.font(TextRole::Code).pixelSize(), 12);
}

TEST(ThemeTest, ReducedMotionMakesDurationsZero)
{
    Theme theme;
    theme.setMotionReduced(false);
    EXPECT_EQ(theme.duration(160), 160);
    theme.setMotionReduced(true);
    EXPECT_EQ(theme.duration(160), 0);
}

TEST(ThemeTest, BoundTextFollowsThemeAndZoom)
{
    Theme theme;
    theme.setChoice(Theme::Choice::Light);
    QLabel label(QStringLiteral("x"));
    bindText(label, theme, TextRole::Meta, Token::Text2);
    bindFill(label, theme, Token::Sunken);
    theme.setChoice(Theme::Choice::Dark);
    theme.setSize(20);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), theme.color(Token::Text2));
    EXPECT_EQ(label.palette().color(QPalette::Window), theme.color(Token::Sunken));
    EXPECT_EQ(label.palette().color(QPalette::Base), theme.color(Token::Base));
    EXPECT_EQ(label.font().pixelSize(), 19);
    bindText(label, theme, TextRole::Tiny);
    EXPECT_EQ(label.font().pixelSize(), 18);
    EXPECT_EQ(label.palette().color(QPalette::WindowText), theme.color(Token::Text));
}

} // namespace
} // namespace orangery
