// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/fieldpainter.h"

#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QStyleOption>

namespace orangery::paint {
namespace {

constexpr int arrowWidth = 28;
constexpr int stepWidth = 22;
constexpr int padding = 10;

struct FieldEdge
{
    QColor color;
    qreal width = 0;
};

FieldEdge edgeOf(const Theme& theme, QStyle::State state, const QWidget* widget)
{
    if (property::isSet(widget, property::invalid))
        return {theme.color(Token::Dang), 2};
    if ((state & QStyle::State_HasFocus) && (state & QStyle::State_Enabled))
        return {theme.color(Token::Leaf), 2};
    return {theme.color(state & QStyle::State_Enabled ? Token::LineStrong : Token::Line), 1};
}

} // namespace

void field(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state,
           const QWidget* widget)
{
    const FieldEdge edge = edgeOf(theme, state, widget);
    const Token fill = state & QStyle::State_Enabled ? Token::Base : Token::Sunken;
    box(painter, rect, controlRadius, theme.color(fill), edge.color, edge.width);
}

void fieldFrame(QPainter& painter, const Theme& theme, const QStyleOption& option, const QWidget* widget)
{
    field(painter, theme, option.rect, option.state, widget);
}

void comboBox(QPainter& painter, const Theme& theme, const QStyleOptionComboBox& option,
              const QWidget* widget)
{
    QStyle::State state = option.state;
    // A closed list is a button: its ring belongs to the keyboard. An editable one is a field.
    if (!option.editable && !(state & QStyle::State_KeyboardFocusChange))
        state &= ~QStyle::State_HasFocus;
    field(painter, theme, option.rect, state, widget);
    const bool isHovered = (state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled);
    if (isHovered && !option.editable && !(state & QStyle::State_HasFocus))
        box(painter, option.rect, controlRadius, theme.color(Token::Hover), theme.color(Token::LineStrong));
    painter.save();
    if (!(state & QStyle::State_Enabled))
        painter.setOpacity(0.5);
    chevron(painter, comboBoxPart(option, QStyle::SC_ComboBoxArrow), Qt::DownArrow,
            theme.color(Token::Text2));
    painter.restore();
}

void comboBoxLabel(QPainter& painter, const Theme& theme, const QStyleOptionComboBox& option)
{
    if (option.editable)
        return;
    painter.save();
    if (!(option.state & QStyle::State_Enabled))
        painter.setOpacity(0.5);
    QRect rect = comboBoxPart(option, QStyle::SC_ComboBoxEditField);
    if (!option.currentIcon.isNull()) {
        const QRect iconRect(rect.left(), rect.top(), option.iconSize.width(), rect.height());
        icon(painter, option.currentIcon, QStyle::visualRect(option.direction, rect, iconRect),
             theme.color(Token::Text2));
        const int used = option.iconSize.width() + 8;
        rect = option.direction == Qt::RightToLeft ? rect.adjusted(0, 0, -used, 0)
                                                   : rect.adjusted(used, 0, 0, 0);
    }
    painter.setPen(theme.color(Token::Text));
    const QString text = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, rect.width());
    painter.drawText(rect, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                     text);
    painter.restore();
}

QRect comboBoxPart(const QStyleOptionComboBox& option, QStyle::SubControl part)
{
    const QRect all = option.rect;
    QRect rect = all;
    if (part == QStyle::SC_ComboBoxArrow)
        rect.setLeft(all.right() + 1 - arrowWidth);
    else if (part == QStyle::SC_ComboBoxEditField)
        rect = all.adjusted(option.editable ? 2 : padding, 2, -arrowWidth, -2);
    else if (part == QStyle::SC_ComboBoxListBoxPopup)
        return all;
    return QStyle::visualRect(option.direction, all, rect);
}

void spinBox(QPainter& painter, const Theme& theme, const QStyleOptionSpinBox& option, const QWidget* widget)
{
    if (option.frame)
        field(painter, theme, option.rect, option.state, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto step = [&](QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag flag,
                          Qt::ArrowType arrow) {
        const bool isEnabled = (option.state & QStyle::State_Enabled) && (option.stepEnabled & flag);
        const bool isActive = isEnabled && (option.activeSubControls & part);
        painter.save();
        painter.setOpacity(isEnabled ? 1 : 0.5);
        chevron(painter, spinBoxPart(option, part), arrow,
                theme.color(isActive ? Token::LeafText : Token::Text2));
        painter.restore();
    };
    step(QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Qt::UpArrow);
    step(QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Qt::DownArrow);
}

QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part)
{
    const QRect all = option.rect;
    const int steps = option.buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : stepWidth;
    const QRect column(all.right() + 1 - steps - 2, all.top() + 3, steps, all.height() - 6);
    QRect rect = all;
    if (part == QStyle::SC_SpinBoxUp)
        rect = QRect(column.left(), column.top(), steps, column.height() / 2);
    else if (part == QStyle::SC_SpinBoxDown)
        rect = QRect(column.left(), column.top() + column.height() / 2, steps, column.height() / 2);
    else if (part == QStyle::SC_SpinBoxEditField)
        rect = all.adjusted(8, 2, -steps - 2, -2);
    return QStyle::visualRect(option.direction, all, rect);
}

} // namespace orangery::paint
