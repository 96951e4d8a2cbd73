// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QKeySequence>
#include <QWidget>

namespace orangery {

/// A key or chord as printed on the keyboard, 16 high.
class KeyCap : public QWidget
{
    Q_OBJECT

public:
    KeyCap(Look look, const QKeySequence& keys, QWidget* parent = nullptr);

    void setKeys(const QKeySequence& keys);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_text;
};

} // namespace orangery
