// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/alignedrow.h"

#include <QAbstractScrollArea>
#include <QBoxLayout>
#include <QEvent>
#include <QScrollBar>

namespace orangery {

AlignedRow::AlignedRow(QWidget& content, int mostWidth, QAbstractScrollArea& above, QWidget* parent)
    : QWidget(parent),
      m_above(above),
      m_row(new QHBoxLayout(this))
{
    content.setMaximumWidth(mostWidth);
    m_row->addStretch(1);
    m_row->addWidget(&content, 1000);
    m_row->addStretch(1);
    above.verticalScrollBar()->installEventFilter(this);
    align();
}

void AlignedRow::align()
{
    constexpr int margin = 24;
    const QScrollBar& bar = *m_above.verticalScrollBar();
    const int end = margin + (bar.isVisibleTo(&m_above) ? bar.sizeHint().width() : 0);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    m_row->setContentsMargins(isMirrored ? end : margin, 8, isMirrored ? margin : end, 12);
}

bool AlignedRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        align();
    return QWidget::eventFilter(watched, event);
}

void AlignedRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::StyleChange)
        align();
}

} // namespace orangery
