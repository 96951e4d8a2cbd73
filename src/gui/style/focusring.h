// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace orangery {

/// Puts the focus frame around a button that got the focus by keyboard; one frame for the whole application,
/// made when first needed. GUI thread.
class FocusRing : public QObject
{
    Q_OBJECT

public:
    explicit FocusRing(QObject* parent = nullptr) : QObject(parent) {}
    ~FocusRing() override;

    void watch(QWidget& widget);
    void unwatch(QWidget& widget);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showAround(QWidget* widget);

    QPointer<QFocusFrame> m_frame;
};

} // namespace orangery
