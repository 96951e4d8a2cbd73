// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>
#include <memory>

namespace orangery {

/// The mark of the application in its fixed colours, rendered at the size asked for. Below 20 pixels the
/// glazing bars are left out.
class MarkEngine : public QIconEngine
{
public:
    /// `dark` tells at each painting which theme it is for.
    explicit MarkEngine(std::shared_ptr<const bool> dark) : m_dark(std::move(dark)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;

private:
    std::shared_ptr<const bool> m_dark;
};

} // namespace orangery
