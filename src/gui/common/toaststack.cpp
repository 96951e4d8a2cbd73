// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/toaststack.h"

#include "gui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QPropertyAnimation>
#include <algorithm>

namespace orangery {
namespace {

constexpr qsizetype mostToasts = 3;
constexpr int margin = 16;
constexpr int gap = 8;
constexpr int slideLength = 24;
constexpr int slideTime = 160;

} // namespace

ToastStack::ToastStack(Look look, QWidget& host) : QObject(&host), m_look(look), m_host(host)
{
    host.installEventFilter(this);
    connect(&look.theme, &Theme::changed, this, [this] { place(); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* old, const QWidget* now) {
        if (old && holds(now) && !holds(old))
            m_focusBefore = old;
    });
}

Toast* ToastStack::show(const ToastMessage& message)
{
    if (m_toasts.size() >= mostToasts) {
        const auto oldest =
            std::find_if(m_toasts.begin(), m_toasts.end(), [](Toast* toast) { return !toast->isSticky(); });
        (oldest == m_toasts.end() ? m_toasts.first() : *oldest)->dismiss();
    }
    auto* toast = new Toast(m_look, message, &m_host);
    connect(toast, &Toast::closed, this, [this, toast] { drop(toast); });
    m_toasts << toast;
    toast->show();
    place(toast);
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return toast;
}

bool ToastStack::holds(const QWidget* widget) const
{
    return widget && std::any_of(m_toasts.cbegin(), m_toasts.cend(), [widget](const Toast* toast) {
               return toast == widget || toast->isAncestorOf(widget);
           });
}

void ToastStack::drop(Toast* toast)
{
    QWidget* focused = QApplication::focusWidget();
    const bool hadFocus = focused && toast->isAncestorOf(focused);
    m_toasts.removeOne(toast);
    toast->hide();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    toast->deleteLater();
    place();
}

bool ToastStack::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_host &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutDirectionChange))
        place();
    return QObject::eventFilter(watched, event);
}

void ToastStack::place(Toast* arrived)
{
    int bottom = m_host.height() - margin;
    for (auto toast = m_toasts.rbegin(); toast != m_toasts.rend(); ++toast) {
        const QSize wanted = (*toast)->sizeHint();
        const QSize size(qMin(wanted.width(), m_host.width() - 2 * margin), wanted.height());
        const int x = m_host.isRightToLeft() ? margin : m_host.width() - margin - size.width();
        const QRect place(x, bottom - size.height(), size.width(), size.height());
        bottom = place.top() - gap;
        (*toast)->resize(size);
        const int time = m_look.theme.duration(slideTime);
        if (*toast == arrived && time > 0) {
            auto* slide = new QPropertyAnimation(*toast, "pos", *toast);
            slide->setDuration(time);
            slide->setEasingCurve(QEasingCurve::OutCubic);
            slide->setStartValue(place.topLeft() + QPoint(0, slideLength));
            slide->setEndValue(place.topLeft());
            slide->start(QAbstractAnimation::DeleteWhenStopped);
        } else {
            qDeleteAll((*toast)->findChildren<QPropertyAnimation*>(QString(), Qt::FindDirectChildrenOnly));
            (*toast)->move(place.topLeft());
        }
        (*toast)->raise();
    }
}

} // namespace orangery
