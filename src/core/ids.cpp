// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <atomic>

namespace orangery {

qint64 newId()
{
    static std::atomic<qint64> last{0};
    const qint64 fresh =
        (QDateTime::currentMSecsSinceEpoch() << 20) | QRandomGenerator::global()->bounded(1 << 20);
    qint64 previous = last.load();
    qint64 next;
    do {
        next = qMax(fresh, previous + 1);
    } while (!last.compare_exchange_weak(previous, next));
    return next;
}

} // namespace orangery
