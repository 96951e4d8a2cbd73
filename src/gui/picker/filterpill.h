// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QToolButton>

namespace orangery {

/// A filter that is on or off: a pill with icon and word, 20 high to look at, 28 to hit.
class FilterPill : public QToolButton
{
    Q_OBJECT

public:
    /// Without `icon` only the word is shown.
    FilterPill(Look look, const QString& icon, const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_icon;
};

} // namespace orangery
