// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QLineEdit>

class QAction;

namespace orangery {

/// A line edit for a token: key at the start, dots for characters, an eye that shows them. Nothing of it goes
/// into the clipboard or an input method's memory while it is hidden.
class SecretField : public QLineEdit
{
    Q_OBJECT

public:
    SecretField(Look look, const QString& name, QWidget* parent = nullptr);

    bool isShown() const { return echoMode() == QLineEdit::Normal; }
    void setShown(bool shown);

private:
    QAction* m_eye;
};

} // namespace orangery
