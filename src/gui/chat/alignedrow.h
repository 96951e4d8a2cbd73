// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractScrollArea;
class QHBoxLayout;

namespace orangery {

/// A row that centres its content in the column of the scroll area above it: what the scroll bar takes there
/// is left free here.
class AlignedRow : public QWidget
{
    Q_OBJECT

public:
    AlignedRow(QWidget& content, int mostWidth, QAbstractScrollArea& above, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void align();

    QAbstractScrollArea& m_above;
    QHBoxLayout* m_row;
};

} // namespace orangery
