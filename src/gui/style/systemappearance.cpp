// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/systemappearance.h"

#include "core/qtcompat.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>
#include <QEvent>
#include <QScopedValueRollback>
#include <QStyleHints>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

const auto portalService = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto portalInterface = u"org.freedesktop.portal.Settings"_s;
const auto appearanceGroup = u"org.freedesktop.appearance"_s;
const auto gnomeGroup = u"org.gnome.desktop.interface"_s;
const auto colorSchemeKey = u"color-scheme"_s;
const auto contrastKey = u"contrast"_s;
const auto motionKey = u"reduced-motion"_s;
const auto animationsKey = u"enable-animations"_s;

// Portals differ in how many variants they wrap around a value.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemAppearance::SystemAppearance(const QDBusConnection& bus, QObject* parent) : QObject(parent), m_bus(bus)
{
    readPlatform();
    qApp->installEventFilter(this);
#if ORANGERY_QT_HAS_COLOR_SCHEME
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &SystemAppearance::changed);
#endif
    if (!m_bus.isConnected())
        return;
    // Without the service's name: naming it makes Qt wait for the name's owner, and the portal may not run
    // yet. With the whole message: Qt refuses a slot that takes a QDBusVariant until some message made that
    // type known.
    m_bus.connect(QString(), portalPath, portalInterface, u"SettingChanged"_s, this,
                  SLOT(takePortalSignal(QDBusMessage)));
    for (const QString& key : {colorSchemeKey, contrastKey, motionKey})
        ask(appearanceGroup, key);
    ask(gnomeGroup, animationsKey);
}

bool SystemAppearance::isDark() const
{
#if ORANGERY_QT_HAS_COLOR_SCHEME
    const auto scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    if (m_portalDark)
        return *m_portalDark;
    return m_platform.color(QPalette::Window).lightness() <
           m_platform.color(QPalette::WindowText).lightness();
}

void SystemAppearance::apply(const QPalette& palette)
{
    const QScopedValueRollback guard(m_isApplying, true);
    QApplication::setPalette(palette);
}

bool SystemAppearance::eventFilter(QObject* watched, QEvent* event)
{
    const bool isOurs = m_isApplying || m_isScheduled;
    if (!isOurs && (event->type() == QEvent::ThemeChange ||
                    (event->type() == QEvent::ApplicationPaletteChange && watched == qApp)))
        scheduleReading();
    return false;
}

void SystemAppearance::scheduleReading()
{
    m_isScheduled = true;
    QTimer::singleShot(0, this, [this] {
        readPlatform();
        m_isScheduled = false;
        emit changed();
    });
}

void SystemAppearance::readPlatform()
{
    // An empty palette makes Qt fall back to the platform's; there is no other way to see it.
    apply(QPalette());
    m_platform = QGuiApplication::palette();
}

void SystemAppearance::ask(const QString& group, const QString& key)
{
    auto call = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
    call << group << key;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, key, watcher] {
        watcher->deleteLater();
        const auto arguments = watcher->reply().arguments();
        if (!watcher->isError() && !arguments.isEmpty())
            takeValue(key, arguments.first());
    });
}

void SystemAppearance::takePortalSignal(const QDBusMessage& message)
{
    const QVariantList arguments = message.arguments(); // group, key, value
    if (arguments.size() != 3)
        return;
    const QString group = arguments.at(0).toString();
    if (group == appearanceGroup || group == gnomeGroup)
        takeValue(arguments.at(1).toString(), arguments.at(2));
}

void SystemAppearance::takeValue(const QString& key, const QVariant& wrapped)
{
    const QVariant value = unwrapped(wrapped);
    // color-scheme: 0 no preference, 1 dark, 2 light; contrast and reduced-motion: 0 normal, 1 asked for.
    if (key == colorSchemeKey && value.metaType() == QMetaType::fromType<uint>()) {
        const uint scheme = value.toUInt();
        m_portalDark = scheme == 1 ? std::optional(true) : scheme == 2 ? std::optional(false) : std::nullopt;
    } else if (key == contrastKey) {
        m_highContrast = value.toUInt() == 1;
    } else if (key == motionKey) {
        m_motionReduced = value.toUInt() == 1;
    } else if (key == animationsKey) {
        m_motionReduced = !value.toBool();
    } else {
        return;
    }
    emit changed();
}

} // namespace orangery
