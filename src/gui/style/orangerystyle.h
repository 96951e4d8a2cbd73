// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/focusring.h"
#include "gui/style/transitions.h"

#include <QProxyStyle>

namespace orangery {

class Theme;

/// The style of the application over Fusion, drawn from the tokens of the theme. Dynamic properties of a
/// widget choose variants: see properties.h. `theme` outlives it. No style sheet is used anywhere.
class OrangeryStyle : public QProxyStyle
{
    Q_OBJECT

public:
    explicit OrangeryStyle(const Theme& theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget = nullptr) const override;
    SubControl hitTestComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     const QPoint& position, const QWidget* widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* returnData = nullptr) const override;
    QPalette standardPalette() const override;

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool drawButton(ControlElement element, const QStyleOption* option, QPainter& painter,
                    const QWidget* widget) const;
    bool drawMenu(ControlElement element, const QStyleOption* option, QPainter& painter) const;
    bool drawTab(ControlElement element, const QStyleOption* option, QPainter& painter,
                 const QWidget* widget) const;
    bool drawFrame(PrimitiveElement element, const QStyleOption* option, QPainter& painter,
                   const QWidget* widget) const;
    bool drawMark(PrimitiveElement element, const QStyleOption* option, QPainter& painter,
                  const QWidget* widget) const;

    const Theme& m_theme;
    mutable Transitions m_transitions;
    FocusRing m_focusRing;
};

} // namespace orangery
