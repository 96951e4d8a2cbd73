// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/chip.h"

namespace orangery {

/// A long text that is part of the message but not of the field: a field that holds a megabyte in one line
/// would stand still for seconds at every key. Shows its size and its beginning; can be taken out again.
class PastedChip : public Chip
{
    Q_OBJECT

public:
    /// Longer texts than this go into a chip, in characters.
    static constexpr qsizetype longText = 50'000;

    explicit PastedChip(Look look, QWidget* parent = nullptr);

    QString text() const { return m_text; }
    /// Empty hides it.
    void setText(const QString& text);

private:
    QString m_text;
};

} // namespace orangery
