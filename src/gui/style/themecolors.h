// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/tokens.h"

#include <QColor>
#include <QPalette>
#include <array>

namespace orangery {

/// One colour for each Token.
using Colors = std::array<QColor, tokenCount>;

/// The table of the design.
Colors themeColors(bool dark);
/// The colours for a platform that asks for high contrast: all text and lines in its own text colour, no soft
/// fills.
Colors highContrastColors(const QPalette& platform, bool dark);
/// The palette that carries `colors` to every widget.
QPalette paletteOf(const Colors& colors);

/// The four fixed colours of the mark (resources/icons/mark.svg is drawn in the light ones).
struct MarkColors
{
    const char* frame;
    const char* bars;
    const char* fruit;
    const char* leaf;
};
MarkColors markColors(bool dark);

/// Half way between two colours: what 50 % opacity of `top` over `below` gives.
QColor halfway(const QColor& top, const QColor& below);

} // namespace orangery
