// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QFrame>

class QLabel;

namespace orangery {

/// A long text that is part of the message but not of the field: a field that holds a megabyte in one line
/// would stand still for seconds at every key. Shows its size and its beginning; can be taken out again.
class PastedChip : public QFrame
{
    Q_OBJECT

public:
    /// Longer texts than this go into a chip, in characters.
    static constexpr qsizetype longText = 50'000;

    explicit PastedChip(Look look, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    /// Empty hides it.
    void setText(const QString& text);

signals:
    void removed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QString m_text;
    QLabel* m_label;
};

} // namespace orangery
