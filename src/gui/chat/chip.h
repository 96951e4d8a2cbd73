// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace orangery {

/// What belongs to the message that is being written, above its text: an icon, a line, and a button that
/// takes it out again.
class Chip : public QFrame
{
    Q_OBJECT

public:
    Chip(Look look, const QString& icon, QWidget* parent = nullptr);

    void setLine(const QString& line);

signals:
    void removed();

protected:
    QToolButton& removeButton() { return *m_remove; }
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QLabel* m_label;
    QToolButton* m_remove;
};

} // namespace orangery
