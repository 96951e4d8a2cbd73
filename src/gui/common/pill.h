// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/accent.h"
#include "gui/style/look.h"

#include <QWidget>

namespace orangery {

/// A short word on a soft fill with half-round ends, 20 high: a state, a price, a count.
class Pill : public QWidget
{
    Q_OBJECT

public:
    explicit Pill(Look look, QWidget* parent = nullptr);
    Pill(Look look, Accent accent, const QString& text, const QString& icon = {}, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    Accent accent() const { return m_accent; }
    /// `icon` may be empty: then the word alone tells the state.
    void setContent(Accent accent, const QString& text, const QString& icon = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont textFont() const;

    Look m_look;
    Accent m_accent = Accent::Neutral;
    QString m_text;
    QString m_icon;
};

} // namespace orangery
