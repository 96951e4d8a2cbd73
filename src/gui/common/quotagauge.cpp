// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/quotagauge.h"

#include "gui/common/numbers.h"
#include "gui/style/paint.h"
#include "gui/style/rangepainter.h"
#include "gui/style/theme.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QVariantAnimation>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int wideWidth = 148;
constexpr int compactWidth = 66;
constexpr double amberFrom = 0.8;
constexpr int easeTime = 200;

double shareOf(Neurons part, Neurons whole)
{
    return whole <= Neurons() ? 0 : qBound(0.0, part.toDouble() / whole.toDouble(), 1.0);
}

} // namespace

QuotaGauge::QuotaGauge(Look look, QWidget* parent)
    : QAbstractButton(parent),
      m_look(look),
      m_motion(new QVariantAnimation(this))
{
    setObjectName(u"quotaGauge"_s);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_motion->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_motion, &QVariantAnimation::valueChanged, this, [this] { update(); });
    connect(&look.theme, &Theme::changed, this, &QWidget::updateGeometry);
    updateWords();
}

void QuotaGauge::setQuota(Neurons used, Neurons reserved, Neurons limit, bool known)
{
    const double shown = m_motion->currentValue().isValid() ? m_motion->currentValue().toDouble() : -1;
    const double share = shareOf(used, limit);
    m_used = used;
    m_reserved = reserved;
    m_limit = limit;
    m_isKnown = known;
    m_motion->stop();
    m_motion->setStartValue(shown < 0 ? share : shown); // the first value simply stands there
    m_motion->setEndValue(share);
    m_motion->setDuration(shown < 0 ? 0 : m_look.theme.duration(easeTime));
    m_motion->start();
    updateWords();
}

void QuotaGauge::setResetIn(qint64 seconds)
{
    // Screen readers hear of the time once a minute, and it is not painted more finely.
    const bool isSameMinute = seconds >= 0 && m_resetIn >= 0 && seconds / 60 == m_resetIn / 60;
    m_resetIn = seconds;
    if (!isSameMinute)
        updateWords();
}

void QuotaGauge::setCompact(bool compact)
{
    m_isCompact = compact;
    updateGeometry();
    updateWords();
}

QSize QuotaGauge::sizeHint() const
{
    const QFontMetrics bold(m_look.theme.font(TextRole::Meta, QFont::DemiBold));
    const QFontMetrics plain(m_look.theme.font(TextRole::Meta));
    int width = bold.horizontalAdvance(leftText());
    if (!m_isCompact) // reserved for the longest time, so that a minute less moves nothing
        width += 12 + plain.horizontalAdvance(Numbers::duration(23 * 3600 + 59 * 60));
    return {qMax(width, m_look.theme.scaled(m_isCompact ? compactWidth : wideWidth)),
            m_look.theme.controlHeight()};
}

Neurons QuotaGauge::left() const
{
    return m_used >= m_limit ? Neurons() : m_limit - m_used;
}

QString QuotaGauge::leftText() const
{
    const QString figure = Numbers::whole(left());
    const QString text = m_isCompact ? figure : tr("%1 left").arg(figure);
    return m_isKnown ? text : u"≈ "_s + text;
}

void QuotaGauge::updateWords()
{
    const QString figure = Numbers::figure(left());
    const QString limit = Numbers::figure(m_limit);
    setAccessibleName(m_isKnown ? tr("Quota, %1 of %2 neurons left").arg(figure, limit)
                                : tr("Quota, about %1 of %2 neurons left, not confirmed").arg(figure, limit));
    QStringList lines{tr("%1 of %2 neurons used today, %3 left").arg(Numbers::figure(m_used), limit, figure)};
    if (!m_reserved.isZero())
        lines << tr("Held for running requests: %1").arg(Numbers::whole(m_reserved));
    if (m_resetIn >= 0) {
        setAccessibleDescription(tr("resets in %1").arg(Numbers::spokenDuration(m_resetIn)));
        // Half a minute more keeps the clock time steady while the seconds run.
        const QTime local = QDateTime::currentDateTime().addSecs(m_resetIn + 30).time();
        lines << tr("New allowance in %1, at %2 (00:00 UTC)")
                     .arg(Numbers::duration(m_resetIn), QLocale().toString(local, QLocale::ShortFormat));
    } else {
        setAccessibleDescription({});
    }
    if (!m_isKnown)
        lines << tr("The service has not confirmed this figure");
    setToolTip(lines.join(u'\n'));
    updateGeometry();
    update();
}

void QuotaGauge::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const Theme& theme = m_look.theme;
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    const int trackTop = height() - 8;
    const QRect words(0, 2, width(), trackTop - 4);
    if (underMouse() && isEnabled())
        paint::box(painter, rect(), paint::controlRadius, theme.color(Token::Hover));
    const auto align = [this](Qt::Alignment edge) {
        return int(QStyle::visualAlignment(layoutDirection(), edge));
    };
    painter.setFont(theme.font(TextRole::Meta, QFont::DemiBold));
    painter.setPen(theme.color(Token::Text));
    painter.drawText(words, align(Qt::AlignLeft | Qt::AlignVCenter), leftText());
    if (!m_isCompact && m_resetIn >= 0) {
        painter.setFont(theme.font(TextRole::Meta));
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(words, align(Qt::AlignRight | Qt::AlignVCenter), Numbers::duration(m_resetIn));
    }
    paintTrack(painter, QRectF(0, trackTop, width(), paint::trackHeight));
}

void QuotaGauge::paintTrack(QPainter& painter, const QRectF& rect) const
{
    const Theme& theme = m_look.theme;
    if (!m_isKnown) {
        const QRectF line = paint::snapped(painter, rect);
        painter.setPen(QPen(theme.color(Token::LineStrong), 2, Qt::CustomDashLine, Qt::FlatCap));
        QPen pen = painter.pen();
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawLine(QPointF(line.left(), line.center().y()), QPointF(line.right(), line.center().y()));
        return;
    }
    const double used = m_motion->currentValue().toDouble();
    const Token fill = used >= amberFrom ? Token::Warn : Token::Leaf;
    paint::track(painter, theme, rect, used, theme.color(fill), layoutDirection());
    const double held = qMin(1 - used, shareOf(m_reserved, m_limit));
    if (held <= 0)
        return;
    QRectF part(rect.left() + rect.width() * used, rect.top(), qMax(3.0, rect.width() * held), rect.height());
    if (layoutDirection() == Qt::RightToLeft)
        part.moveLeft(rect.right() - rect.width() * used - part.width());
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter.setClipPath(shape);
    paint::hatch(painter, part, theme.color(fill));
    painter.restore();
}

} // namespace orangery
