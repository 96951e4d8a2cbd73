// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery {

/// A message that is being written: what was pasted and stands aside for its length, and what was written
/// below it.
struct Draft
{
    QString pasted;
    QString written;

    bool isEmpty() const { return pasted.isEmpty() && written.isEmpty(); }
    /// What would be sent.
    QString text() const;
    /// Both, one after the other.
    Draft followedBy(const Draft& later) const;

    /// One text, from which fromStored() takes the two parts apart again. What was only written is stored as
    /// it is.
    QString stored() const;
    static Draft fromStored(const QString& stored);

    bool operator==(const Draft&) const = default;
};

} // namespace orangery
