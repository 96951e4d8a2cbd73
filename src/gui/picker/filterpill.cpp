// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/filterpill.h"

#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QPainter>
#include <QStyle>

namespace orangery {

namespace {

constexpr int padding = 10;
constexpr int side = 12;
constexpr int gap = 6;

} // namespace

FilterPill::FilterPill(Look look, const QString& icon, const QString& text, QWidget* parent)
    : QToolButton(parent),
      m_look(look),
      m_icon(icon)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Only models with: %1").arg(text));
    connect(&look.theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize FilterPill::sizeHint() const
{
    const QFontMetrics metrics(m_look.theme.font(TextRole::Meta, QFont::Medium));
    const int icon = m_icon.isEmpty() ? 0 : side + gap;
    return {metrics.horizontalAdvance(text()) + icon + 2 * padding, m_look.theme.compactHeight()};
}

void FilterPill::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_look.theme;
    QPainter painter(this);
    const QRect pill =
        QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, {width(), theme.scaled(20)}, rect());
    const QColor fill = theme.color(isChecked()    ? Token::LeafSoft
                                    : underMouse() ? Token::Hover
                                                   : Token::Base);
    paint::box(painter, pill, pill.height() / 2.0, fill,
               theme.color(isChecked() ? Token::Leaf : Token::Line));
    const QColor ink = theme.color(isChecked() ? Token::LeafText : Token::Text2);
    QRect inner = pill.adjusted(padding, 0, -padding, 0);
    if (!m_icon.isEmpty()) {
        m_look.icons.paint(
            painter, m_icon,
            QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, {side, side}, inner),
            ink);
        const int used = side + gap;
        layoutDirection() == Qt::LeftToRight ? inner.setLeft(inner.left() + used)
                                             : inner.setRight(inner.right() - used);
    }
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.setFont(theme.font(TextRole::Meta, QFont::Medium));
    painter.setPen(ink);
    painter.drawText(inner, Qt::AlignCenter, text());
}

} // namespace orangery
