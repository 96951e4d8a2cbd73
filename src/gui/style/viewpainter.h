// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionHeader;
class QStyleOptionViewItem;

namespace orangery {
class Theme;
}

/// What stands behind the rows of lists and tables, and their headers.
namespace orangery::paint {

/// Fill of a row: selected, hovered, and the bar at the start edge of a current one. Delegates call it first.
void row(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state,
         Qt::LayoutDirection direction, bool showBar = true);
/// A line of text in the middle of `rect`'s height, with an ellipsis where it does not fit.
void rowText(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment alignment,
             Qt::LayoutDirection direction);
void viewItem(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option);

void headerSection(QPainter& painter, const Theme& theme, const QStyleOptionHeader& option);
void headerLabel(QPainter& painter, const Theme& theme, const QStyleOptionHeader& option);

} // namespace orangery::paint
