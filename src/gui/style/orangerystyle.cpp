// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/orangerystyle.h"

#include "gui/style/buttonpainter.h"
#include "gui/style/fieldpainter.h"
#include "gui/style/markpainter.h"
#include "gui/style/menupainter.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/rangepainter.h"
#include "gui/style/tabpainter.h"
#include "gui/style/theme.h"
#include "gui/style/viewpainter.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int slideTime = 120;

template <typename Option>
const Option* as(const QStyleOption* option)
{
    return qstyleoption_cast<const Option*>(option);
}

} // namespace

OrangeryStyle::OrangeryStyle(const Theme& theme) : QProxyStyle(u"fusion"_s), m_theme(theme) {}

QPalette OrangeryStyle::standardPalette() const
{
    return m_theme.palette();
}

void OrangeryStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    if (!drawMark(element, option, *painter, widget) && !drawFrame(element, option, *painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

bool OrangeryStyle::drawMark(PrimitiveElement element, const QStyleOption* option, QPainter& painter,
                             const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
        if (property::isSet(widget, property::asSwitch)) {
            const qreal target = option->state & State_On ? 1 : 0;
            paint::switchMark(painter, m_theme, option->rect, option->state, option->direction,
                              m_transitions.at(widget, target, m_theme.duration(slideTime)));
            return true;
        }
        [[fallthrough]];
    case PE_IndicatorItemViewItemCheck:
        paint::checkMark(painter, m_theme, option->rect, option->state);
        return true;
    case PE_IndicatorRadioButton:
        paint::radioMark(painter, m_theme, option->rect, option->state);
        return true;
    case PE_IndicatorArrowDown:
        paint::chevron(painter, option->rect, Qt::DownArrow, m_theme.color(Token::Text2));
        return true;
    case PE_IndicatorArrowUp:
        paint::chevron(painter, option->rect, Qt::UpArrow, m_theme.color(Token::Text2));
        return true;
    case PE_IndicatorArrowLeft:
        paint::chevron(painter, option->rect, Qt::LeftArrow, m_theme.color(Token::Text2));
        return true;
    case PE_IndicatorArrowRight:
        paint::chevron(painter, option->rect, Qt::RightArrow, m_theme.color(Token::Text2));
        return true;
    default:
        return false;
    }
}

bool OrangeryStyle::drawFrame(PrimitiveElement element, const QStyleOption* option, QPainter& painter,
                              const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto* frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            paint::field(painter, m_theme, frame->rect, frame->state, widget);
        return true;
    case PE_FrameLineEdit:
    case PE_FrameDefaultButton:
    case PE_FrameButtonBevel:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
        return true;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea*>(widget))
            paint::fieldFrame(painter, m_theme, *option, widget);
        else
            paint::box(painter, option->rect, paint::cardRadius, {}, m_theme.color(Token::Line));
        return true;
    case PE_FrameGroupBox:
        paint::box(painter, option->rect, paint::cardRadius, m_theme.color(Token::Base),
                   m_theme.color(Token::Line));
        return true;
    case PE_PanelMenu:
        paint::menuPanel(painter, m_theme, option->rect);
        return true;
    case PE_FrameMenu:
        return true;
    case PE_PanelTipLabel:
        paint::toolTip(painter, m_theme, option->rect);
        return true;
    case PE_PanelItemViewItem:
        if (const auto* item = as<QStyleOptionViewItem>(option))
            paint::viewItem(painter, m_theme, *item);
        return true;
    case PE_PanelItemViewRow:
        return true;
    case PE_FrameFocusRect:
        // Buttons have the ring of FocusRing around them.
        if (!qobject_cast<const QAbstractButton*>(widget))
            paint::box(painter, option->rect, paint::markRadius, {}, m_theme.color(Token::Leaf), 2);
        return true;
    case PE_FrameTabBarBase:
        paint::edgeLine(painter, option->rect, Qt::BottomEdge, m_theme.color(Token::Line));
        return true;
    case PE_PanelScrollAreaCorner:
        painter.fillRect(option->rect, option->palette.color(QPalette::Base));
        return true;
    default:
        return false;
    }
}

void OrangeryStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    if (drawButton(element, option, *painter, widget) || drawMenu(element, option, *painter) ||
        drawTab(element, option, *painter, widget))
        return;
    switch (element) {
    case CE_ComboBoxLabel:
        if (const auto* combo = as<QStyleOptionComboBox>(option))
            paint::comboBoxLabel(*painter, m_theme, *combo);
        return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        if (const auto* bar = as<QStyleOptionProgressBar>(option))
            paint::progress(*painter, m_theme, *bar);
        return;
    case CE_Splitter:
        // State_Horizontal: the areas lie side by side, so the line is upright.
        paint::hairline(*painter, option->rect,
                        option->state & State_Horizontal ? Qt::Vertical : Qt::Horizontal,
                        m_theme.color(Token::Line));
        return;
    case CE_HeaderSection:
        if (const auto* header = as<QStyleOptionHeader>(option))
            paint::headerSection(*painter, m_theme, *header);
        return;
    case CE_HeaderLabel:
        if (const auto* header = as<QStyleOptionHeader>(option))
            paint::headerLabel(*painter, m_theme, *header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_theme.color(Token::Base));
        paint::edgeLine(*painter, option->rect, Qt::BottomEdge, m_theme.color(Token::Line));
        return;
    case CE_FocusFrame:
        paint::box(*painter, option->rect, paint::controlRadius + 4, {}, m_theme.color(Token::Leaf), 2);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

bool OrangeryStyle::drawButton(ControlElement element, const QStyleOption* option, QPainter& painter,
                               const QWidget* widget) const
{
    const auto* button = as<QStyleOptionButton>(option);
    if (!button || (element != CE_PushButtonBevel && element != CE_PushButtonLabel))
        return false;
    if (element == CE_PushButtonBevel)
        paint::pushButtonBevel(painter, m_theme, *button, widget);
    else
        paint::pushButtonLabel(painter, m_theme, *button, widget);
    return true;
}

bool OrangeryStyle::drawMenu(ControlElement element, const QStyleOption* option, QPainter& painter) const
{
    const auto* item = as<QStyleOptionMenuItem>(option);
    switch (element) {
    case CE_MenuItem:
        if (item)
            paint::menuItem(painter, m_theme, *item);
        return item;
    case CE_MenuBarItem:
        if (item)
            paint::menuBarItem(painter, m_theme, *item);
        return item;
    case CE_MenuBarEmptyArea:
        painter.fillRect(option->rect, m_theme.color(Token::Window));
        return true;
    case CE_MenuEmptyArea:
    case CE_MenuHMargin:
    case CE_MenuVMargin:
        return true;
    default:
        return false;
    }
}

bool OrangeryStyle::drawTab(ControlElement element, const QStyleOption* option, QPainter& painter,
                            const QWidget* widget) const
{
    const auto* tab = as<QStyleOptionTab>(option);
    if (!tab || (element != CE_TabBarTabShape && element != CE_TabBarTabLabel))
        return false;
    if (element == CE_TabBarTabLabel) {
        paint::tab(painter, m_theme, *tab, widget);
        return true;
    }
    // The current tab is painted last, so the mark may lie on its neighbours while it slides.
    const auto* bar = qobject_cast<const QTabBar*>(widget);
    if (bar && (tab->state & State_Selected)) {
        const qreal position = m_transitions.at(bar, bar->currentIndex(), m_theme.duration(slideTime));
        paint::tabMark(painter, m_theme, *bar, position);
    }
    return true;
}

void OrangeryStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                       QPainter* painter, const QWidget* widget) const
{
    if (const auto* button = as<QStyleOptionToolButton>(option);
        button && control == CC_ToolButton && button->toolButtonStyle != Qt::ToolButtonTextUnderIcon) {
        paint::toolButton(*painter, m_theme, *button, widget);
        return;
    }
    if (const auto* combo = as<QStyleOptionComboBox>(option); combo && control == CC_ComboBox)
        return paint::comboBox(*painter, m_theme, *combo, widget);
    if (const auto* spin = as<QStyleOptionSpinBox>(option); spin && control == CC_SpinBox)
        return paint::spinBox(*painter, m_theme, *spin, widget);
    const auto* range = as<QStyleOptionSlider>(option);
    if (range && control == CC_Slider)
        return paint::slider(*painter, m_theme, *range);
    if (range && control == CC_ScrollBar)
        return paint::scrollBar(*painter, m_theme, *range, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace orangery
