// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/iconstore.h"

#include <QIcon>
#include <QObject>
#include <memory>

class QPainter;

namespace orangery {

class Theme;

/// The icon set (files of resources/icons, named without their ending) in the colours of the theme. GUI
/// thread.
class Icons : public QObject
{
    Q_OBJECT

public:
    explicit Icons(const Theme& theme, QObject* parent = nullptr);

    /// Coloured by mode: Normal text2, Active and On leafText, Disabled text3 at 50 %. Follows theme and
    /// direction.
    QIcon icon(const QString& name) const;
    /// Paints `name` into the centre of `rect` in one colour.
    void paint(QPainter& painter, const QString& name, const QRectF& rect, const QColor& color) const;
    /// The mark in the colours of the theme; light ones for the application's icon.
    QIcon mark() const;
    static QIcon applicationIcon();

private:
    void update();

    const Theme& m_theme;
    std::shared_ptr<IconStore> m_store;
    std::shared_ptr<bool> m_isDark;
};

} // namespace orangery
