// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/secretfield.h"

#include "gui/style/icons.h"
#include "gui/style/textrole.h"

#include <QAction>

namespace orangery {

SecretField::SecretField(Look look, const QString& name, QWidget* parent) : QLineEdit(parent)
{
    setAccessibleName(name);
    setLayoutDirection(Qt::LeftToRight);
    bindText(*this, look.theme, TextRole::Code);
    addAction(look.icons.icon(QStringLiteral("key")), LeadingPosition);
    m_eye = addAction(look.icons.icon(QStringLiteral("vision")), TrailingPosition);
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, &SecretField::setShown);
    setShown(false);
}

void SecretField::setShown(bool shown)
{
    setEchoMode(shown ? Normal : Password);
    setInputMethodHints(inputMethodHints() | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText |
                        Qt::ImhNoAutoUppercase);
    m_eye->setChecked(shown);
    m_eye->setText(shown ? tr("Hide the token") : tr("Show the token"));
}

} // namespace orangery
