// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QFrame>

namespace orangery {

/// A box of its own on the page: base, a hairline around it, radius 8, 12 × 16 inside. A chosen one (radio
/// cards) has a 2 px leaf border; the choice itself is told by a radio button inside.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(Look look, QWidget* parent = nullptr);

    bool isChosen() const { return m_isChosen; }
    void setChosen(bool chosen);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    bool m_isChosen = false;
};

} // namespace orangery
