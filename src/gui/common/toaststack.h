// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/toast.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace orangery {

/// The toasts of one window: bottom end corner, newest lowest, at most three. When a fourth comes the oldest
/// that is no error leaves (the oldest error if all are). One that leaves with the focus gives it back. GUI
/// thread.
class ToastStack : public QObject
{
    Q_OBJECT

public:
    /// `host` is the window's widget over which they lie; it is the parent too.
    ToastStack(Look look, QWidget& host);

    /// The toast is owned by the host and deletes itself after `closed`; connect its signals at once.
    Toast* show(const ToastMessage& message);
    const QList<Toast*>& toasts() const { return m_toasts; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void drop(Toast* toast);
    bool holds(const QWidget* widget) const;
    void place(Toast* arrived = nullptr);

    Look m_look;
    QWidget& m_host;
    QList<Toast*> m_toasts;
    QPointer<QWidget> m_focusBefore; ///< what had the focus before a toast took it
};

} // namespace orangery
