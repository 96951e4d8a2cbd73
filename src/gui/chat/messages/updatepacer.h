// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace orangery {

/// Decides when a view that is fed all the time shows its news: at most 30 times a second, and never sooner
/// after an update than three times what that update cost, so that three quarters of the time stay for
/// everything else.
class UpdatePacer : public QObject
{
    Q_OBJECT

public:
    static constexpr int LeastInterval = 33; ///< ms

    explicit UpdatePacer(QObject* parent = nullptr);

    /// There is news; due() follows, at once when the last update is long ago.
    void request();
    /// An update was made outside of due(); a pending one is not needed any more.
    void done(qint64 costMs);
    bool isPending() const { return m_timer.isActive(); }
    /// The least time between two updates after one that cost so much.
    static qint64 interval(qint64 costMs) { return qMax<qint64>(LeastInterval, 3 * costMs); }

signals:
    void due();

private:
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
    qint64 m_interval = 0;
};

} // namespace orangery
