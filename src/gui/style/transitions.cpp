// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/transitions.h"

#include <QVariantAnimation>
#include <QWidget>

namespace orangery {

qreal Transitions::at(const QWidget* widget, qreal target, int milliseconds)
{
    if (!widget)
        return target;
    auto known = m_motions.find(widget);
    if (known == m_motions.end()) {
        m_motions.insert(widget, {target, {}});
        connect(widget, &QObject::destroyed, this, [this, widget] { m_motions.remove(widget); });
        return target;
    }

    Motion& motion = *known;
    const bool isMoving = motion.animation && motion.animation->state() == QAbstractAnimation::Running;
    if (!qFuzzyCompare(motion.target + 1, target + 1)) {
        const qreal from = isMoving ? motion.animation->currentValue().toReal() : motion.target;
        motion.target = target;
        delete motion.animation;
        if (milliseconds <= 0)
            return target;
        motion.animation = new QVariantAnimation(this);
        motion.animation->setStartValue(from);
        motion.animation->setEndValue(target);
        motion.animation->setDuration(milliseconds);
        motion.animation->setEasingCurve(QEasingCurve::OutCubic);
        const QPointer<QWidget> painted(const_cast<QWidget*>(widget));
        connect(motion.animation, &QVariantAnimation::valueChanged, this, [painted] {
            if (painted)
                painted->update();
        });
        motion.animation->start();
        return from;
    }
    return isMoving ? motion.animation->currentValue().toReal() : target;
}

} // namespace orangery
