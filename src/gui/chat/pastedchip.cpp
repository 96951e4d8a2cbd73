// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/pastedchip.h"

#include <QLocale>
#include <QToolButton>

namespace orangery {

PastedChip::PastedChip(Look look, QWidget* parent) : Chip(look, QStringLiteral("file"), parent)
{
    setObjectName(QStringLiteral("pastedChip"));
    removeButton().setObjectName(QStringLiteral("removePastedButton"));
    removeButton().setAccessibleName(tr("Take out the pasted text"));
    removeButton().setToolTip(removeButton().accessibleName());
    connect(this, &Chip::removed, this, [this] { setText({}); });
}

void PastedChip::setText(const QString& text)
{
    m_text = text;
    setLine(tr("Pasted text · %1 characters").arg(QLocale().toString(text.size())));
    setToolTip(text.left(300).simplified());
    setVisible(!text.isEmpty());
}

} // namespace orangery
