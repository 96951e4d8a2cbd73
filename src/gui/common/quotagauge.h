// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "gui/style/look.h"

#include <QAbstractButton>

class QVariantAnimation;

namespace orangery {

/// The day's free neurons in the header: what is left, when it renews, and a track of the used share. Only
/// shows values; a click is for the owner (it opens Usage).
class QuotaGauge : public QAbstractButton
{
    Q_OBJECT

public:
    explicit QuotaGauge(Look look, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

public slots:
    /// `known` false: offline or never asked; then the figure is the last one and marked as such.
    void setQuota(orangery::Neurons used, orangery::Neurons reserved, orangery::Neurons limit, bool known);
    /// Seconds to the next allowance; below 0: unknown.
    void setResetIn(qint64 seconds);
    /// The narrow form: 66 wide, without the time.
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Neurons left() const;
    QString leftText() const;
    void updateWords();
    void paintTrack(QPainter& painter, const QRectF& rect) const;

    Look m_look;
    Neurons m_used;
    Neurons m_reserved;
    Neurons m_limit;
    qint64 m_resetIn = -1;
    bool m_isKnown = false;
    bool m_isCompact = false;
    QVariantAnimation* m_motion; ///< eases the shown share
};

} // namespace orangery
