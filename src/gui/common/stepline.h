// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QStringList>
#include <QWidget>

namespace orangery {

/// Where one stands in a short sequence: numbered discs with their names, done ones with a tick. It only
/// shows.
class StepLine : public QWidget
{
    Q_OBJECT

public:
    StepLine(Look look, const QStringList& steps, QWidget* parent = nullptr);

    int current() const { return m_current; }
    /// From 0; steps before it are done.
    void setCurrent(int index);
    /// Steps that this way leaves out are not shown.
    void setSkipped(int index, bool skipped);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void updateWords();
    int widthOf(int index) const;

    Look m_look;
    QStringList m_steps;
    QList<int> m_skipped;
    int m_current = 0;
};

} // namespace orangery
