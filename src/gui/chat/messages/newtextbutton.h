// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QAbstractButton>

namespace orangery {

/// The round button that says "New text" while the reader is elsewhere; a click goes to the end.
class NewTextButton : public QAbstractButton
{
    Q_OBJECT

public:
    NewTextButton(const Look& look, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Look m_look;
};

} // namespace orangery
