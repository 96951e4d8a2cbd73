// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/accent.h"
#include "gui/style/look.h"

#include <QFrame>
#include <QString>

class QTimer;

namespace orangery {

/// What a toast says. An Accent::Danger one stays until it is closed.
struct ToastMessage
{
    Accent accent = Accent::Neutral;
    QString icon = {};
    QString title = {};
    QString text = {};   ///< one line, may be empty
    QString action = {}; ///< the verb on its button, such as “Undo”; empty: none
};

/// A short note in the corner with at most one action. It leaves after six seconds, later while the pointer
/// or the focus rests on it. Made by ToastStack, which owns and places it.
class Toast : public QFrame
{
    Q_OBJECT

public:
    Toast(Look look, const ToastMessage& message, QWidget* parent);

    const ToastMessage& message() const { return m_message; }
    bool isSticky() const { return m_message.accent == Accent::Danger; }
    QSize sizeHint() const override;
    /// Its action, or else what closes it.
    QWidget* firstButton() const { return m_firstButton; }

public slots:
    /// Leaves now; `closed` follows at once.
    void dismiss();

signals:
    void actionTriggered();
    /// It left, by its action, by hand or by time. Emitted once, after actionTriggered.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void updateTimer();

    Look m_look;
    ToastMessage m_message;
    QTimer* m_timer;
    QWidget* m_firstButton = nullptr;
    bool m_isClosed = false;
};

} // namespace orangery
