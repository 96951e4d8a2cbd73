// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/pastedchip.h"

#include "gui/common/iconlabel.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace orangery {

PastedChip::PastedChip(Look look, QWidget* parent) : QFrame(parent), m_look(look), m_label(new QLabel(this))
{
    setObjectName(QStringLiteral("pastedChip"));
    bindText(*m_label, look.theme, TextRole::Meta);
    auto* remove = new QToolButton(this);
    remove->setObjectName(QStringLiteral("removePastedButton"));
    remove->setIcon(look.icons.icon(QStringLiteral("close")));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Take out the pasted text"));
    remove->setToolTip(remove->accessibleName());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 2, 0);
    row->setSpacing(6);
    row->addWidget(new IconLabel(look, QStringLiteral("file"), 16, Token::Text2, this));
    row->addWidget(m_label);
    row->addWidget(remove);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(remove, &QToolButton::clicked, this, [this] {
        setText({});
        emit removed();
    });
    hide();
}

void PastedChip::setText(const QString& text)
{
    m_text = text;
    m_label->setText(tr("Pasted text · %1 characters").arg(QLocale().toString(text.size())));
    setAccessibleName(m_label->text());
    setToolTip(text.left(300).simplified());
    setVisible(!text.isEmpty());
}

void PastedChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::box(painter, rect(), paint::controlRadius, m_look.theme.color(Token::Sunken),
               m_look.theme.color(Token::Line));
}

} // namespace orangery
