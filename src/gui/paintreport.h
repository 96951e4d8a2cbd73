// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace orangery {

/// Tells on stdout, once, that the window was painted for the first time: `script/bench` measures the start
/// by that. Used only where ORANGERY_REPORT_PAINT is set.
class PaintReport : public QObject
{
    Q_OBJECT

public:
    explicit PaintReport(QWidget& window);

    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace orangery
