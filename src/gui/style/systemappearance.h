// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QObject>
#include <QPalette>
#include <optional>

class QDBusMessage;

namespace orangery {

/// What the desktop says about colours, contrast and motion. It answers at once from the platform's palette;
/// the settings portal's word (org.freedesktop.appearance) arrives later through changed(). GUI thread.
class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(const QDBusConnection& bus = QDBusConnection::sessionBus(),
                              QObject* parent = nullptr);

    bool isDark() const;
    bool isHighContrast() const { return m_highContrast; }
    bool isMotionReduced() const { return m_motionReduced; }
    /// The platform's own palette, whatever was applied over it.
    QPalette platformPalette() const { return m_platform; }

    /// Sets the application's palette without taking the change for one of the platform's.
    void apply(const QPalette& palette);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void changed();

private slots:
    void takePortalSignal(const QDBusMessage& message);

private:
    void ask(const QString& group, const QString& key);
    void takeValue(const QString& key, const QVariant& value);
    void scheduleReading();
    void readPlatform();

    QDBusConnection m_bus;
    QPalette m_platform;
    std::optional<bool> m_portalDark;
    bool m_highContrast = false;
    bool m_motionReduced = false;
    bool m_isApplying = false;
    bool m_isScheduled = false;
};

} // namespace orangery
