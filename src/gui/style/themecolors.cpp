// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/themecolors.h"

#include "core/qtcompat.h"

namespace orangery {
namespace {

struct Row
{
    Token token;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Row, tokenCount> table{{
    {Token::Window, 0xF3F5F0, 0x161A16},    {Token::Base, 0xFFFFFF, 0x1D221D},
    {Token::Raised, 0xFFFFFF, 0x252B25},    {Token::Sunken, 0xE9ECE4, 0x111411},
    {Token::Hover, 0xEDF0E9, 0x2A312A},     {Token::Sel, 0xD3E8CD, 0x263F25},
    {Token::CodeBg, 0xF0F2EC, 0x141814},    {Token::Text, 0x1B211A, 0xE7ECE4},
    {Token::Text2, 0x475045, 0xB7C0B3},     {Token::Text3, 0x5D665A, 0xA3AD9F},
    {Token::Line, 0xD8DDD2, 0x343C33},      {Token::LineStrong, 0x7F897B, 0x778274},
    {Token::Leaf, 0x2C7531, 0x7CC47B},      {Token::LeafHover, 0x24632A, 0x92D190},
    {Token::LeafPress, 0x1C5021, 0x69B168}, {Token::OnLeaf, 0xFFFFFF, 0x0E1F0F},
    {Token::LeafSoft, 0xE1F0DD, 0x203520},  {Token::LeafText, 0x22602A, 0x96D594},
    {Token::Tang, 0xE06A12, 0xF59A4D},      {Token::TangText, 0xA04503, 0xFFB27A},
    {Token::TangSoft, 0xFDEADB, 0x3A2817},  {Token::Warn, 0xB87A00, 0xE8B83A},
    {Token::WarnText, 0x7A5200, 0xF0C75C},  {Token::WarnSoft, 0xFFF1CC, 0x352C10},
    {Token::Dang, 0xC6342A, 0xF2766B},      {Token::DangText, 0xA8261D, 0xFF9F96},
    {Token::DangSoft, 0xFBE6E3, 0x3D1F1C},  {Token::Info, 0x2E6DB4, 0x77ADEB},
    {Token::InfoText, 0x1F578F, 0x94C0F2},  {Token::InfoSoft, 0xE3EEF9, 0x1A2B40},
    {Token::C1, 0x2C7531, 0x7CC47B},        {Token::C2, 0xE06A12, 0xF59A4D},
    {Token::C3, 0x2E6DB4, 0x77ADEB},        {Token::C4, 0x8A4FB0, 0xC493E6},
    {Token::C5, 0x5F7D8C, 0x8FB2C4},        {Token::C6, 0x8C9588, 0x8A9486},
    {Token::Scrim, 0x1B211A, 0x000000},
}};

constexpr std::size_t indexOf(Token token)
{
    return static_cast<std::size_t>(token);
}

} // namespace

Colors themeColors(bool dark)
{
    Colors colors;
    for (const Row& row : table)
        colors[indexOf(row.token)] = QColor(dark ? row.dark : row.light);
    return colors;
}

Colors highContrastColors(const QPalette& platform, bool dark)
{
    Colors colors = themeColors(dark);
    const auto set = [&colors](std::initializer_list<Token> tokens, const QColor& color) {
        for (const Token token : tokens)
            colors[indexOf(token)] = color;
    };
    set({Token::Window, Token::Hover}, platform.color(QPalette::Window));
    set({Token::Base, Token::Raised, Token::Sunken, Token::CodeBg, Token::Sel, Token::LeafSoft,
         Token::TangSoft, Token::WarnSoft, Token::DangSoft, Token::InfoSoft},
        platform.color(QPalette::Base));
    set({Token::Text, Token::Text2, Token::Text3, Token::Line, Token::LineStrong, Token::LeafText,
         Token::TangText, Token::WarnText, Token::DangText, Token::InfoText},
        platform.color(QPalette::WindowText));
    set({Token::Leaf, Token::LeafHover, Token::LeafPress}, platform.color(QPalette::Highlight));
    set({Token::OnLeaf}, platform.color(QPalette::HighlightedText));
    return colors;
}

QPalette paletteOf(const Colors& colors)
{
    const auto color = [&colors](Token token) { return colors[indexOf(token)]; };
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Token token) { palette.setColor(role, color(token)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::Base, Token::Base);
    set(QPalette::AlternateBase, Token::Hover);
    set(QPalette::Button, Token::Base);
    set(QPalette::ToolTipBase, Token::Raised);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText,
                            QPalette::HighlightedText})
        set(role, Token::Text);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Highlight, Token::Sel);
    set(QPalette::Link, Token::LeafText);
    set(QPalette::LinkVisited, Token::LeafText);
    set(QPalette::BrightText, Token::OnLeaf);
    set(QPalette::Light, Token::Raised);
    set(QPalette::Midlight, Token::Hover);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::LineStrong);
    set(QPalette::Shadow, Token::LineStrong);
#if ORANGERY_QT_HAS_ACCENT_ROLE
    set(QPalette::Accent, Token::Leaf);
#endif
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, halfway(color(Token::Text), color(Token::Window)));
    return palette;
}

MarkColors markColors(bool dark)
{
    return dark ? MarkColors{"#7CC47B", "#161A16", "#FF9A3D", "#1B4A1C"}
                : MarkColors{"#2C7531", "#F3F5F0", "#FF8A2B", "#CDEBC4"};
}

QColor halfway(const QColor& top, const QColor& below)
{
    return QColor((top.red() + below.red()) / 2, (top.green() + below.green()) / 2,
                  (top.blue() + below.blue()) / 2);
}

} // namespace orangery
