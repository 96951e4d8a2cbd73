// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/icons.h"
#include "gui/style/look.h"
#include "gui/style/orangerystyle.h"
#include "gui/style/theme.h"

#include <QApplication>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QWidget>
#include <gtest/gtest.h>

namespace orangery::test {

/// A light theme without motion, its style on the application and English figures.
class StyleFixture : public testing::Test
{
protected:
    StyleFixture() : icons(theme), look{theme, icons}
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QApplication::setStyle(new OrangeryStyle(theme));
        theme.setChoice(Theme::Choice::Light);
        theme.setMotionReduced(true);
    }
    ~StyleFixture() override
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setStyle(QStringLiteral("fusion"));
        QLocale::setDefault(QLocale::c());
    }

    /// `widget` painted at its size on the window's colour, at a device pixel ratio.
    QImage picture(QWidget& widget, qreal ratio = 1)
    {
        QImage image((QSizeF(widget.size()) * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(theme.color(Token::Window));
        widget.render(&image, QPoint(), QRegion(), QWidget::DrawChildren);
        return image;
    }

    QRgb rgb(Token token) const { return theme.color(token).rgb(); }

    static int count(const QImage& image, QRgb color)
    {
        int found = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                found += image.pixelColor(x, y).rgb() == color ? 1 : 0;
        return found;
    }

    Theme theme;
    Icons icons;
    Look look;
};

} // namespace orangery::test
