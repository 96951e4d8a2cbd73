// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"

#include <QCoreApplication>
#include <QString>

namespace orangery {

/// How figures are written everywhere (UI.md §2.5). Digits and grouping follow the default QLocale; a number
/// and its unit are held together by a no-break space.
class Numbers
{
    Q_DECLARE_TR_FUNCTIONS(Numbers)

public:
    /// Any figure or name that reads from left to right in every language, held together, for a sentence of
    /// any direction.
    static QString held(const QString& text);

    /// "≈ 21 n"; below 10 one decimal.
    static QString estimate(Neurons neurons);
    /// "21": the same without sign and unit.
    static QString estimateFigure(Neurons neurons);
    /// "18.8 n": what was billed.
    static QString booked(Neurons neurons);
    /// "6,584 n": whole neurons, rounded down, for what is left.
    static QString whole(Neurons neurons);
    /// "6,584": the same without its unit, for sentences that name it.
    static QString figure(Neurons neurons);
    /// "10.6": one decimal, without a unit.
    static QString figureWithDecimal(Neurons neurons);
    /// "0.3 %" of `rest`; below 10 one decimal, "< 0.1 %" rather than 0 for something. Empty when `rest` is
    /// not positive.
    static QString share(Neurons part, Neurons rest);
    /// "842 → 388 tok".
    static QString tokens(qint64 prompt, qint64 completion);

    /// "9 h 40 min": the two largest units, never seconds; "< 1 min" at the end.
    static QString duration(qint64 seconds);
    /// "3 h 13 min 22 s", for a banner.
    static QString countdown(qint64 seconds);
    /// "9 hours 40 minutes", for screen readers.
    static QString spokenDuration(qint64 seconds);
};

} // namespace orangery
