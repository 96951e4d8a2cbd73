// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QWidget>

namespace orangery {

/// A veil over the window behind a modal surface: one fill, 40 % in the light theme and 60 % in the dark one.
/// It covers `window` and follows its size; delete it to lift it.
class Scrim : public QWidget
{
    Q_OBJECT

public:
    Scrim(Look look, QWidget& window);

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
};

} // namespace orangery
