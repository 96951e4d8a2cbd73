// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/errortable.h"
#include "gui/style/tokens.h"

namespace orangery {

/// A colour family for pills, banners and toasts. The colour never tells a state alone: a shape or word does
/// too.
enum class Accent { Neutral, Leaf, Tangerine, Warning, Danger, Info };

/// The three tokens of a family.
struct AccentTokens
{
    Token edge; ///< lines and marks
    Token ink;  ///< text and icons on `soft`
    Token soft; ///< fill
};

constexpr AccentTokens tokensOf(Accent accent)
{
    switch (accent) {
    case Accent::Leaf:
        return {Token::Leaf, Token::LeafText, Token::LeafSoft};
    case Accent::Tangerine:
        return {Token::Tang, Token::TangText, Token::TangSoft};
    case Accent::Warning:
        return {Token::Warn, Token::WarnText, Token::WarnSoft};
    case Accent::Danger:
        return {Token::Dang, Token::DangText, Token::DangSoft};
    case Accent::Info:
        return {Token::Info, Token::InfoText, Token::InfoSoft};
    case Accent::Neutral:
        break;
    }
    return {Token::LineStrong, Token::Text2, Token::Sunken};
}

constexpr Accent accentOf(Tone tone)
{
    switch (tone) {
    case Tone::Warning:
        return Accent::Warning;
    case Tone::Danger:
        return Accent::Danger;
    case Tone::Info:
        break;
    }
    return Accent::Info;
}

} // namespace orangery
