// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/focusring.h"

#include <QFocusEvent>
#include <QFocusFrame>
#include <QWidget>

namespace orangery {

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::watch(QWidget& widget)
{
    widget.installEventFilter(this);
}

void FocusRing::unwatch(QWidget& widget)
{
    widget.removeEventFilter(this);
    if (m_frame && m_frame->widget() == &widget)
        m_frame->setWidget(nullptr);
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    auto* widget = static_cast<QWidget*>(watched);
    if (event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        const bool isByKeyboard =
            reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
            reason == Qt::ShortcutFocusReason ||
            (reason != Qt::MouseFocusReason && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange));
        showAround(isByKeyboard ? widget : nullptr);
    } else if (event->type() == QEvent::FocusOut && m_frame && m_frame->widget() == widget) {
        showAround(nullptr);
    }
    return false;
}

void FocusRing::showAround(QWidget* widget)
{
    if (widget && !m_frame)
        m_frame = new QFocusFrame;
    if (m_frame)
        m_frame->setWidget(widget);
}

} // namespace orangery
