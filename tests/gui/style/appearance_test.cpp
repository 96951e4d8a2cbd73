// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/systemappearance.h"

#include "gui/style/theme.h"
#include "support/waitfor.h"

#include <QApplication>
#include <QDBusContext>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

// The part of the desktop's settings portal that the program asks.
class FakePortal : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    QHash<QString, QVariant> values;

    void change(QDBusConnection& bus, const QString& group, const QString& key, const QVariant& value)
    {
        auto signal = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                                 u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
        signal << group << key << QVariant::fromValue(QDBusVariant(value));
        bus.send(signal);
    }

public slots:
    QDBusVariant Read(const QString& group, const QString& key)
    {
        Q_UNUSED(group)
        if (!values.contains(key))
            sendErrorReply(u"org.freedesktop.portal.Error.NotFound"_s, u"Requested setting not found"_s);
        // The real portal wraps the value twice.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(values.value(key))));
    }
};

class AppearanceTest : public testing::Test
{
protected:
    void SetUp() override
    {
        // A bus of its own in a temporary folder; nothing of the session is touched.
        ASSERT_TRUE(folder.isValid());
        daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s,
                                        u"--address=unix:path=%1/bus"_s.arg(folder.path())});
        ASSERT_TRUE(daemon.waitForReadyRead(20000)) << "dbus-daemon is needed for this test";
        const QString address = QString::fromUtf8(daemon.readLine()).trimmed();
        serverBus.emplace(QDBusConnection::connectToBus(address, u"portal"_s));
        clientBus.emplace(QDBusConnection::connectToBus(address, u"client"_s));
        ASSERT_TRUE(serverBus->isConnected());
        ASSERT_TRUE(clientBus->isConnected());
    }

    void TearDown() override
    {
        serverBus.reset();
        clientBus.reset();
        QDBusConnection::disconnectFromBus(u"portal"_s);
        QDBusConnection::disconnectFromBus(u"client"_s);
        daemon.terminate();
        daemon.waitForFinished();
        QApplication::setPalette(QPalette());
    }

    void startPortal()
    {
        ASSERT_TRUE(serverBus->registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                              QDBusConnection::ExportAllSlots));
        ASSERT_TRUE(serverBus->registerService(u"org.freedesktop.portal.Desktop"_s));
    }

    QTemporaryDir folder;
    QProcess daemon;
    FakePortal portal;
    std::optional<QDBusConnection> serverBus;
    std::optional<QDBusConnection> clientBus;
};

TEST_F(AppearanceTest, ThePortalIsAskedAndHeard)
{
    portal.values = {{u"color-scheme"_s, 1U}, {u"contrast"_s, 0U}, {u"enable-animations"_s, false}};
    startPortal();
    SystemAppearance appearance(*clientBus);
    EXPECT_TRUE(test::waitFor([&] { return appearance.isDark() && appearance.isMotionReduced(); }));
    EXPECT_FALSE(appearance.isHighContrast());

    portal.change(*serverBus, u"org.freedesktop.appearance"_s, u"color-scheme"_s, 2U);
    EXPECT_TRUE(test::waitFor([&] { return !appearance.isDark(); }));
    portal.change(*serverBus, u"org.freedesktop.appearance"_s, u"contrast"_s, 1U);
    EXPECT_TRUE(test::waitFor([&] { return appearance.isHighContrast(); }));
}

TEST_F(AppearanceTest, OtherSettingsAreIgnored)
{
    portal.values = {{u"color-scheme"_s, 2U}, {u"enable-animations"_s, true}};
    startPortal();
    SystemAppearance appearance(*clientBus);
    QSignalSpy changed(&appearance, &SystemAppearance::changed);
    EXPECT_TRUE(test::waitFor([&] { return changed.count() == 2; })) << "both values that the portal has";
    portal.change(*serverBus, u"org.example"_s, u"contrast"_s, 1U);
    portal.change(*serverBus, u"org.freedesktop.appearance"_s, u"accent-color"_s, 1U);
    portal.change(*serverBus, u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1U);
    EXPECT_TRUE(test::waitFor([&] { return appearance.isDark(); }));
    EXPECT_EQ(changed.count(), 3);
    EXPECT_FALSE(appearance.isHighContrast());
}

TEST_F(AppearanceTest, WithoutAPortalThePaletteTells)
{
    SystemAppearance appearance(*clientBus);
    const QPalette palette = appearance.platformPalette();
    EXPECT_EQ(appearance.isDark(),
              palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness());
}

TEST_F(AppearanceTest, AThemeOfTheSystemFollowsIt)
{
    portal.values = {{u"color-scheme"_s, 2U}};
    startPortal();
    Theme theme(nullptr, std::make_unique<SystemAppearance>(*clientBus));
    QSignalSpy changed(&theme, &Theme::changed);
    EXPECT_TRUE(test::waitFor([&] { return changed.count() > 0; }));
    EXPECT_FALSE(theme.isDark());
    portal.change(*serverBus, u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1U);
    EXPECT_TRUE(test::waitFor([&] { return theme.isDark(); }));
    EXPECT_EQ(QApplication::palette().color(QPalette::Window), theme.color(Token::Window));
    theme.setChoice(Theme::Choice::Light);
    EXPECT_FALSE(theme.isDark());
    theme.setChoice(Theme::Choice::System);
    EXPECT_TRUE(theme.isDark());
}

TEST_F(AppearanceTest, HighContrastKeepsThePlatformsPalette)
{
    portal.values = {{u"contrast"_s, 1U}};
    startPortal();
    Theme theme(nullptr, std::make_unique<SystemAppearance>(*clientBus));
    EXPECT_TRUE(test::waitFor([&] { return theme.isHighContrast(); }));
    const QPalette palette = QApplication::palette();
    EXPECT_EQ(theme.color(Token::Line), palette.color(QPalette::WindowText));
    EXPECT_EQ(theme.color(Token::LineStrong), palette.color(QPalette::WindowText));
    EXPECT_EQ(theme.color(Token::WarnSoft), palette.color(QPalette::Base));
    EXPECT_EQ(palette.color(QPalette::Window), theme.color(Token::Window));
    EXPECT_NE(palette.color(QPalette::Highlight), theme.color(Token::Sel));
    portal.change(*serverBus, u"org.freedesktop.appearance"_s, u"contrast"_s, 0U);
    EXPECT_TRUE(test::waitFor([&] { return !theme.isHighContrast(); }));
    EXPECT_EQ(QApplication::palette().color(QPalette::Highlight), theme.color(Token::Sel));
}

TEST_F(AppearanceTest, APlatformThemeChangeIsReadOnce)
{
    SystemAppearance appearance(*clientBus);
    QSignalSpy changed(&appearance, &SystemAppearance::changed);
    QEvent event(QEvent::ThemeChange);
    QCoreApplication::sendEvent(qApp, &event);
    QCoreApplication::sendEvent(qApp, &event);
    EXPECT_TRUE(test::waitFor([&] { return changed.count() > 0; }));
    QCoreApplication::processEvents();
    EXPECT_EQ(changed.count(), 1);
}

TEST_F(AppearanceTest, ABusThatIsGoneIsNoMatter)
{
    const QDBusConnection nowhere = QDBusConnection::connectToBus(u"unix:path=/nowhere/at/all"_s, u"gone"_s);
    SystemAppearance appearance(nowhere);
    EXPECT_FALSE(appearance.isHighContrast());
    QDBusConnection::disconnectFromBus(u"gone"_s);
}

} // namespace
} // namespace orangery

#include "appearance_test.moc"
