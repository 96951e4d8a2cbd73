// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace orangery {

/// The colours of the design by what they are for. Soft fills carry text of the same family.
enum class Token {
    Window,
    Base,
    Raised,
    Sunken,
    Hover,
    Sel,
    CodeBg,
    Text,
    Text2,
    Text3,
    Line,
    LineStrong,
    Leaf,
    LeafHover,
    LeafPress,
    OnLeaf,
    LeafSoft,
    LeafText,
    Tang,
    TangText,
    TangSoft,
    Warn,
    WarnText,
    WarnSoft,
    Dang,
    DangText,
    DangSoft,
    Info,
    InfoText,
    InfoSoft,
    C1, ///< series Chat; C2 … C6: Images, Transcription, Translation, Gateway, outside this app
    C2,
    C3,
    C4,
    C5,
    C6,
    Scrim,
};
inline constexpr std::size_t tokenCount = static_cast<std::size_t>(Token::Scrim) + 1;

/// The sizes of text, relative to the base size S.
enum class TextRole { Display, Title, Heading, Reading, Body, Meta, Tiny, Code };

} // namespace orangery
