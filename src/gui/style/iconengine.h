// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/iconstore.h"

#include <QIconEngine>
#include <memory>

namespace orangery {

/// Renders one drawing in the colour of the mode at the moment it is painted, so icons follow the theme.
class IconEngine : public QIconEngine
{
public:
    IconEngine(const QString& name, std::shared_ptr<IconStore> store);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QString key() const override;
    QString iconName() override { return m_name; }
    bool isNull() override;
    QIconEngine* clone() const override;

    /// The device pixels of what QIcon asks scaledPixmap() for.
    static QSize deviceSize(const QSize& size, qreal scale);

private:
    QPixmap devicePixmap(const QSize& size, QIcon::Mode mode, QIcon::State state);
    QColor color(QIcon::Mode mode, QIcon::State state) const;

    QString m_name;
    std::shared_ptr<IconStore> m_store;
};

} // namespace orangery
