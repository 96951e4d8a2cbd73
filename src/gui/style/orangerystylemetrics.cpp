// SPDX-License-Identifier: GPL-3.0-or-later
// The measures of OrangeryStyle; what it draws is in orangerystyle.cpp.
#include "gui/style/buttonpainter.h"
#include "gui/style/fieldpainter.h"
#include "gui/style/markpainter.h"
#include "gui/style/menupainter.h"
#include "gui/style/orangerystyle.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/rangepainter.h"
#include "gui/style/tabpainter.h"
#include "gui/style/theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QComboBox>
#include <QEvent>
#include <QMenu>
#include <QSplitterHandle>
#include <QStyleOption>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int splitterGrab = 8;
constexpr int toolTipDelay = 600;

template <typename Option>
const Option* as(const QStyleOption* option)
{
    return qstyleoption_cast<const Option*>(option);
}

} // namespace

QRect OrangeryStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                    SubControl part, const QWidget* widget) const
{
    if (const auto* combo = as<QStyleOptionComboBox>(option); combo && control == CC_ComboBox)
        return paint::comboBoxPart(*combo, part);
    if (const auto* spin = as<QStyleOptionSpinBox>(option); spin && control == CC_SpinBox)
        return paint::spinBoxPart(*spin, part);
    const auto* range = as<QStyleOptionSlider>(option);
    if (range && control == CC_Slider && part != SC_SliderTickmarks)
        return paint::sliderPart(*range, part);
    if (range && control == CC_ScrollBar)
        return paint::scrollBarPart(*range, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QStyle::SubControl OrangeryStyle::hitTestComplexControl(ComplexControl control,
                                                        const QStyleOptionComplex* option,
                                                        const QPoint& position, const QWidget* widget) const
{
    if (const auto* range = as<QStyleOptionSlider>(option); range && control == CC_ScrollBar) {
        for (const SubControl part : {SC_ScrollBarSlider, SC_ScrollBarSubPage, SC_ScrollBarAddPage})
            if (paint::scrollBarPart(*range, part).contains(position))
                return part;
        return SC_None;
    }
    return QProxyStyle::hitTestComplexControl(control, option, position, widget);
}

QRect OrangeryStyle::subElementRect(SubElement element, const QStyleOption* option,
                                    const QWidget* widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (const auto* frame = as<QStyleOptionFrame>(option); frame && frame->lineWidth > 0)
            return frame->rect.adjusted(8, 2, -8, -2); // the line edit adds 2 itself
        break;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    case SE_PushButtonContents:
        return option->rect;
    case SE_TabBarTabText:
        return option->rect;
    default:
        break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QSize OrangeryStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                      const QWidget* widget) const
{
    const bool isCompact = property::isSet(widget, property::compact);
    const int height = isCompact ? m_theme.compactHeight() : m_theme.controlHeight();
    switch (type) {
    case CT_PushButton:
        if (const auto* button = as<QStyleOptionButton>(option))
            return paint::pushButtonSize(m_theme, *button, widget);
        break;
    case CT_ToolButton:
        if (const auto* button = as<QStyleOptionToolButton>(option);
            button && button->toolButtonStyle != Qt::ToolButtonTextUnderIcon)
            return paint::toolButtonSize(m_theme, *button, widget);
        break;
    case CT_LineEdit:
        return {size.width() + 20, qMax(height, size.height() + 6)};
    case CT_ComboBox:
        return {size.width() + 44, qMax(height, size.height() + 6)};
    case CT_SpinBox:
        return {size.width() + 44, height}; // its line edit has measured itself as a field already
    case CT_CheckBox:
    case CT_RadioButton:
        if (const auto* button = as<QStyleOptionButton>(option)) {
            const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
            return {base.width(), qMax(base.height(), button->text.isEmpty() ? 28 : m_theme.compactHeight())};
        }
        break;
    case CT_Slider:
        return as<QStyleOptionSlider>(option) && as<QStyleOptionSlider>(option)->orientation == Qt::Horizontal
                   ? QSize(size.width(), 28)
                   : QSize(28, size.height());
    case CT_TabBarTab:
        if (const auto* tab = as<QStyleOptionTab>(option))
            return paint::tabSize(m_theme, *tab, widget);
        break;
    case CT_MenuItem:
        if (const auto* item = as<QStyleOptionMenuItem>(option))
            return paint::menuItemSize(m_theme, *item, size);
        break;
    case CT_MenuBarItem:
        return {size.width() + 20, qMax(size.height() + 8, m_theme.compactHeight())};
    case CT_HeaderSection:
        return {size.width() + 12, m_theme.controlHeight()};
    case CT_ItemViewItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width(), qMax(base.height(), m_theme.controlHeight())};
    }
    case CT_ProgressBar:
        return {size.width(), paint::trackHeight};
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

int OrangeryStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
        return m_theme.scaled(property::isSet(widget, property::asSwitch) ? paint::switchWidth
                                                                          : paint::markSide);
    case PM_IndicatorHeight:
        return m_theme.scaled(property::isSet(widget, property::asSwitch) ? paint::switchHeight
                                                                          : paint::markSide);
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.scaled(paint::markSide);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ScrollBarExtent:
        return paint::scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_TabBarIconSize:
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return m_theme.scaled(18);
    case PM_LineEditIconSize:
        return m_theme.scaled(16);
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return 28;
    case PM_SliderLength:
        return paint::sliderHandle;
    case PM_SplitterWidth:
        return 1;
    case PM_DefaultFrameWidth:
        // Room for a border of 2 and the inner curve of its corner.
        return qobject_cast<const QAbstractScrollArea*>(widget) ? 4 : 1;
    case PM_ComboBoxFrameWidth:
    case PM_SpinBoxFrameWidth:
        return 2;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 4;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
        return 0;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuBarPanelWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_ToolTipLabelFrameWidth:
        return 7;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int OrangeryStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                             QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_FocusFrame_Mask:
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ShowDecorationSelected:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_ToolTip_WakeUpDelay:
        return toolTipDelay;
    case SH_Slider_AbsoluteSetButtons:
        return int(Qt::LeftButton);
    case SH_Widget_Animation_Duration:
        return m_theme.duration(QProxyStyle::styleHint(hint, option, widget, returnData));
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

void OrangeryStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton*>(widget)) {
        widget->setAttribute(Qt::WA_Hover);
        m_focusRing.watch(*widget);
    } else if (qobject_cast<QSplitterHandle*>(widget)) {
        widget->installEventFilter(this);
    } else if (auto* menu = qobject_cast<QMenu*>(widget)) {
        if (paint::hasRoundPopups())
            menu->setAttribute(Qt::WA_TranslucentBackground);
    } else if (qobject_cast<QComboBox*>(widget) || widget->inherits("QAbstractSlider") ||
               widget->inherits("QTabBar")) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

void OrangeryStyle::unpolish(QWidget* widget)
{
    if (qobject_cast<QAbstractButton*>(widget))
        m_focusRing.unwatch(*widget);
    else if (qobject_cast<QSplitterHandle*>(widget))
        widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

bool OrangeryStyle::eventFilter(QObject* watched, QEvent* event)
{
    auto* handle = qobject_cast<QSplitterHandle*>(watched);
    if (!handle || event->type() != QEvent::Resize)
        return QProxyStyle::eventFilter(watched, event);
    // Qt grabs 5 px around a thin line; the design asks for 8. The margins lie over the neighbours and are
    // not painted.
    const int before = (splitterGrab - 1) / 2;
    const int after = splitterGrab - 1 - before;
    handle->setAttribute(Qt::WA_MouseNoMask, true);
    handle->setContentsMargins(handle->orientation() == Qt::Horizontal ? QMargins(before, 0, after, 0)
                                                                       : QMargins(0, before, 0, after));
    handle->setMask(QRegion(handle->contentsRect()));
    return true;
}

} // namespace orangery
