// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QVariantAnimation;
class QWidget;

namespace orangery {

/// Values that ease towards their target while a widget is painted: the knob of a switch, the mark of the tab
/// bar. A widget seen for the first time starts at its target. GUI thread.
class Transitions : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The value to paint now; while it moves, `widget` is repainted. `milliseconds` 0 jumps.
    qreal at(const QWidget* widget, qreal target, int milliseconds);

private:
    struct Motion
    {
        qreal target = 0;
        QPointer<QVariantAnimation> animation;
    };

    QHash<const QWidget*, Motion> m_motions;
};

} // namespace orangery
