// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/tokens.h"

#include <QFont>
#include <optional>

class QWidget;

namespace orangery {

class Theme;

/// Gives a label (or another widget that paints text) the font and colour of a role and keeps them right when
/// theme or zoom change. Calling it again replaces the earlier choice.
void bindText(QWidget& widget, const Theme& theme, TextRole role, Token color = Token::Text,
              std::optional<QFont::Weight> weight = {});
/// Fills a widget with a token's colour and keeps it right.
void bindFill(QWidget& widget, const Theme& theme, Token color);

} // namespace orangery
