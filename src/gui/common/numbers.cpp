// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/numbers.h"

#include <QGuiApplication>
#include <QLocale>
#include <QStringList>
#include <cmath>

namespace orangery {
namespace {

constexpr QChar nbsp(0xA0);

QString decimals(double value, int count)
{
    return QLocale().toString(value, 'f', count);
}

// One decimal below ten, and "10" rather than "10.0" where rounding reaches it.
QString shortened(double value)
{
    return decimals(value, value < 9.95 ? 1 : 0);
}

} // namespace

// Isolates keep it apart from what stands around it.
QString Numbers::held(const QString& text)
{
    QString shown = text;
    shown.replace(u' ', nbsp);
    if (QGuiApplication::layoutDirection() == Qt::RightToLeft)
        shown = QChar(0x2066) + shown + QChar(0x2069);
    return shown;
}

QString Numbers::estimate(Neurons neurons)
{
    if (neurons.isZero())
        return booked(neurons);
    if (neurons.toDouble() < 0.05)
        return held(tr("< %1 n").arg(decimals(0.1, 1)));
    return held(tr("≈ %1 n").arg(shortened(neurons.toDouble())));
}

QString Numbers::estimateFigure(Neurons neurons)
{
    return shortened(neurons.toDouble());
}

QString Numbers::booked(Neurons neurons)
{
    if (!neurons.isZero() && neurons.toDouble() < 0.05)
        return held(tr("< %1 n").arg(decimals(0.1, 1)));
    const QString figure = neurons.isZero() ? QLocale().toString(0) : figureWithDecimal(neurons);
    return held(tr("%1 n").arg(figure));
}

QString Numbers::whole(Neurons neurons)
{
    return held(tr("%1 n").arg(figure(neurons)));
}

QString Numbers::figure(Neurons neurons)
{
    return QLocale().toString(static_cast<qlonglong>(std::floor(neurons.toDouble())));
}

QString Numbers::figureWithDecimal(Neurons neurons)
{
    return decimals(neurons.toDouble(), 1);
}

QString Numbers::share(Neurons part, Neurons rest)
{
    if (rest <= Neurons())
        return {};
    const double percent = 100 * part.toDouble() / rest.toDouble();
    if (part.isZero())
        return held(tr("%1 %").arg(QLocale().toString(0)));
    if (percent < 0.1)
        return held(tr("< %1 %").arg(decimals(0.1, 1)));
    return held(tr("%1 %").arg(shortened(percent)));
}

QString Numbers::tokens(qint64 prompt, qint64 completion)
{
    const QLocale locale;
    return held(tr("%1 → %2 tok", "tokens of the prompt, tokens of the answer")
                    .arg(locale.toString(prompt), locale.toString(completion)));
}

QString Numbers::duration(qint64 seconds)
{
    const qint64 minutes = std::max<qint64>(0, seconds) / 60;
    const qint64 hours = minutes / 60;
    const QLocale locale;
    QString text;
    if (minutes == 0)
        text = tr("< 1 min");
    else if (hours == 0)
        text = tr("%1 min").arg(locale.toString(minutes));
    else if (hours < 24)
        text = tr("%1 h %2 min").arg(locale.toString(hours), locale.toString(minutes % 60));
    else
        text = tr("%1 d %2 h", "days, hours").arg(locale.toString(hours / 24), locale.toString(hours % 24));
    return held(text);
}

QString Numbers::countdown(qint64 seconds)
{
    const qint64 rest = std::max<qint64>(0, seconds);
    const QLocale locale;
    QStringList parts;
    if (rest >= 3600)
        parts << tr("%1 h").arg(locale.toString(rest / 3600));
    if (rest >= 60)
        parts << tr("%1 min").arg(locale.toString(rest / 60 % 60));
    parts << tr("%1 s").arg(locale.toString(rest % 60));
    return held(parts.join(u' '));
}

QString Numbers::spokenDuration(qint64 seconds)
{
    const qint64 minutes = std::max<qint64>(0, seconds) / 60;
    const qint64 hours = minutes / 60;
    const qint64 restOfHour = minutes % 60;
    if (minutes == 0)
        return tr("less than a minute");
    QStringList parts;
    if (hours > 0)
        parts << (hours == 1 ? tr("1 hour") : tr("%1 hours").arg(QLocale().toString(hours)));
    if (restOfHour > 0)
        parts << (restOfHour == 1 ? tr("1 minute") : tr("%1 minutes").arg(QLocale().toString(restOfHour)));
    return parts.join(u' ');
}

} // namespace orangery
