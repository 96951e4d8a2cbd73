// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chip.h"

#include "gui/common/iconlabel.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace orangery {

Chip::Chip(Look look, const QString& icon, QWidget* parent)
    : QFrame(parent),
      m_look(look),
      m_label(new QLabel(this)),
      m_remove(new QToolButton(this))
{
    bindText(*m_label, look.theme, TextRole::Meta);
    m_remove->setIcon(look.icons.icon(QStringLiteral("close")));
    m_remove->setAutoRaise(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 2, 0);
    row->setSpacing(6);
    row->addWidget(new IconLabel(look, icon, 16, Token::Text2, this));
    row->addWidget(m_label);
    row->addWidget(m_remove);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_remove, &QToolButton::clicked, this, &Chip::removed);
    hide();
}

void Chip::setLine(const QString& line)
{
    m_label->setText(line);
    setAccessibleName(line);
}

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::box(painter, rect(), paint::controlRadius, m_look.theme.color(Token::Sunken),
               m_look.theme.color(Token::Line));
}

} // namespace orangery
