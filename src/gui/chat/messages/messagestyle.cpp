// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messagestyle.h"

#include "gui/style/theme.h"

#include <QFontMetricsF>

namespace orangery {

MessageStyle::MessageStyle(const Theme& theme)
    : reading(theme.font(TextRole::Reading)),
      heading1(theme.font(TextRole::Title)),
      heading2(theme.font(TextRole::Heading)),
      heading3(theme.font(TextRole::Reading, QFont::DemiBold)),
      meta(theme.font(TextRole::Meta)),
      metaStrong(theme.font(TextRole::Meta, QFont::DemiBold)),
      code(theme.font(TextRole::Code)),
      inlineCode(code),
      readingLine(theme.lineHeight(TextRole::Reading)),
      heading1Line(theme.lineHeight(TextRole::Title)),
      heading2Line(theme.lineHeight(TextRole::Heading)),
      metaLine(theme.lineHeight(TextRole::Meta)),
      codeLine(theme.lineHeight(TextRole::Code)),
      base(theme.color(Token::Base)),
      text(theme.color(Token::Text)),
      text2(theme.color(Token::Text2)),
      text3(theme.color(Token::Text3)),
      line(theme.color(Token::Line)),
      lineStrong(theme.color(Token::LineStrong)),
      hover(theme.color(Token::Hover)),
      sel(theme.color(Token::Sel)),
      codeBg(theme.color(Token::CodeBg)),
      leaf(theme.color(Token::Leaf)),
      leafSoft(theme.color(Token::LeafSoft)),
      link(theme.color(Token::LeafText)),
      warn(theme.color(Token::Warn)),
      warnSoft(theme.color(Token::WarnSoft)),
      danger(theme.color(Token::Dang)),
      dangerSoft(theme.color(Token::DangSoft)),
      codeKeyword(theme.color(Token::C4)),
      codeFunction(theme.color(Token::InfoText)),
      codeString(theme.color(Token::LeafText)),
      codeNumber(theme.color(Token::TangText)),
      codeComment(theme.color(Token::Text3)),
      motionReduced(theme.isMotionReduced())
{
    bubble = theme.scaled(bubble);
    footer = theme.scaled(footer);
    fold = theme.scaled(fold);
    strip = theme.scaled(strip);
    codeHead = theme.scaled(codeHead);
    tool = theme.scaled(tool);
    icon = theme.scaled(icon);
    foldIcon = theme.scaled(foldIcon);
    stripIcon = theme.scaled(stripIcon);
    indent = theme.scaled(indent);
    charWidth = QFontMetricsF(reading).averageCharWidth();
}

} // namespace orangery
