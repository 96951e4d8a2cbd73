// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"
#include "gui/style/tokens.h"

#include <QWidget>

namespace orangery {

/// An icon that only shows: square, in one colour of the theme, `side` wide at 100 %. Without an accessible
/// name it is decoration.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    IconLabel(Look look, const QString& name, int side, Token color, QWidget* parent = nullptr);

    QString name() const { return m_name; }
    void setIcon(const QString& name, Token color);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_name;
    int m_side;
    Token m_color;
};

} // namespace orangery
