// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/preferences.h"

#include "storage/settings.h"

namespace orangery {

namespace {

const QString themeKey = QStringLiteral("appearance/theme");
const QString fontSizeKey = QStringLiteral("appearance/fontSize");
const QString reducedMotionKey = QStringLiteral("appearance/reducedMotion");
const QString enterSendsKey = QStringLiteral("chat/enterSends");
const QString chatModelKey = QStringLiteral("chat/model");
const QString favouritesKey = QStringLiteral("models/favourites");
const QString keepAnswersKey = QStringLiteral("cache/keepsAnswers");
const QString originLimitsKey = QStringLiteral("limits/origins");
const QString subjectLimitKey = QStringLiteral("limits/conversation");
const QString clockOffsetKey = QStringLiteral("service/clockOffset"); // milliseconds
const QString windowGroup = QStringLiteral("window/");

} // namespace

Preferences::Preferences(Settings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

void Preferences::set(const QString& key, const QVariant& value)
{
    if (m_settings.value(key) == value)
        return;
    m_settings.setValue(key, value);
    emit changed();
}

QString Preferences::theme() const
{
    return m_settings.value(themeKey, QStringLiteral("system")).toString();
}
void Preferences::setTheme(const QString& theme)
{
    set(themeKey, theme);
}

int Preferences::fontSize() const
{
    const int pixels = m_settings.value(fontSizeKey, 0).toInt();
    return pixels == 0 ? 0 : qBound(9, pixels, 24);
}
void Preferences::setFontSize(int pixels)
{
    set(fontSizeKey, pixels);
}

bool Preferences::isReducedMotion() const
{
    return m_settings.value(reducedMotionKey, false).toBool();
}
void Preferences::setReducedMotion(bool isReduced)
{
    set(reducedMotionKey, isReduced);
}

bool Preferences::isKeepingAnswers() const
{
    return m_settings.value(keepAnswersKey, true).toBool();
}
void Preferences::setKeepingAnswers(bool isKeeping)
{
    set(keepAnswersKey, isKeeping);
}

// In neurons, so that a person can read the file.
SpendingLimits Preferences::spendingLimits() const
{
    SpendingLimits limits;
    const QVariantMap origins = m_settings.value(originLimitsKey, QVariantMap()).toMap();
    for (auto limit = origins.begin(); limit != origins.end(); ++limit)
        limits.ofOrigins.insert(limit.key(), Neurons::of(limit->toDouble()));
    const QVariant subject = m_settings.value(subjectLimitKey, QVariant());
    if (subject.isValid())
        limits.ofSubject = Neurons::of(subject.toDouble());
    return limits;
}
void Preferences::setSpendingLimits(const SpendingLimits& limits)
{
    QVariantMap origins;
    for (auto limit = limits.ofOrigins.begin(); limit != limits.ofOrigins.end(); ++limit)
        origins.insert(limit.key(), limit->toDouble());
    set(originLimitsKey, origins);
    set(subjectLimitKey, limits.ofSubject ? QVariant(limits.ofSubject->toDouble()) : QVariant());
}

bool Preferences::isEnterSending() const
{
    return m_settings.value(enterSendsKey, true).toBool();
}
void Preferences::setEnterSending(bool isSending)
{
    set(enterSendsKey, isSending);
}

QString Preferences::chatModel() const
{
    return m_settings.value(chatModelKey).toString();
}
void Preferences::setChatModel(const QString& id)
{
    set(chatModelKey, id);
}

QStringList Preferences::favouriteModels() const
{
    return m_settings.value(favouritesKey).toStringList();
}
void Preferences::setFavouriteModels(const QStringList& ids)
{
    set(favouritesKey, ids);
}

std::chrono::milliseconds Preferences::clockOffset() const
{
    return std::chrono::milliseconds(m_settings.value(clockOffsetKey).toLongLong());
}
void Preferences::keepClockOffset(std::chrono::milliseconds offset)
{
    constexpr std::chrono::seconds networkNoise{5};
    const auto kept = clockOffset();
    if (std::chrono::abs(offset - kept) < networkNoise && (offset.count() != 0 || kept.count() == 0))
        return;
    m_settings.setValue(clockOffsetKey, qint64(offset.count())); // no choice of the user's: nobody is told
}

QVariant Preferences::windowState(const QString& key) const
{
    return m_settings.value(windowGroup + key);
}
void Preferences::setWindowState(const QString& key, const QVariant& value)
{
    m_settings.setValue(windowGroup + key, value);
}

} // namespace orangery
