// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/networkpage.h"

#include "gui/common/detailspopup.h"
#include "gui/settings/settingsfixture.h"
#include "gui/style/properties.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace orangery::test {
namespace {

class NetworkPageTest : public SettingsFixture
{
protected:
    NetworkPageTest() : m_page(look, m_network) {}

    QLineEdit& edit(const char* name) { return *m_page.findChild<QLineEdit*>(QLatin1String(name)); }
    QString note(const char* name) { return m_page.findChild<QLabel*>(QLatin1String(name))->text(); }
    void chooseMode(ProxyMode mode)
    {
        auto* combo = m_page.findChild<QComboBox*>(QStringLiteral("proxyCombo"));
        combo->setCurrentIndex(static_cast<int>(mode));
        emit combo->activated(static_cast<int>(mode));
    }
    void type(const char* name, const QString& text)
    {
        edit(name).clear();
        QTest::keyClicks(&edit(name), text);
        emit edit(name).editingFinished();
    }
    QString writePem()
    {
        const QString path = m_folder.filePath(QStringLiteral("ca.pem"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n");
        return path;
    }

    NetworkPage m_page;
};

TEST_F(NetworkPageTest, AProxyIsInUseOnceItIsComplete)
{
    chooseMode(ProxyMode::Http);
    EXPECT_EQ(m_network.sets, 0) << "no host yet";
    EXPECT_FALSE(note("proxyNote").isEmpty());
    type("hostEdit", QStringLiteral("proxy.example.org"));
    EXPECT_EQ(m_network.settings.proxyMode, ProxyMode::Http);
    EXPECT_EQ(m_network.settings.proxyHost, QStringLiteral("proxy.example.org"));
    EXPECT_EQ(m_network.settings.proxyPort, 8080);
    auto* port = m_page.findChild<QSpinBox*>(QStringLiteral("portSpin"));
    port->setValue(3128);
    emit port->editingFinished();
    EXPECT_EQ(m_network.settings.proxyPort, 3128);
}

TEST_F(NetworkPageTest, CredentialsAreTakenAndNeverShownAgain)
{
    chooseMode(ProxyMode::Socks5);
    type("hostEdit", QStringLiteral("10.0.0.1"));
    type("userEdit", QStringLiteral("me"));
    type("passwordEdit", QStringLiteral("geheim"));
    EXPECT_EQ(m_network.settings.proxyUser, QStringLiteral("me"));
    EXPECT_EQ(m_network.settings.proxyPassword, SecretString("geheim"));
    NetworkPage later(look, m_network);
    auto* password = later.findChild<QLineEdit*>(QStringLiteral("passwordEdit"));
    EXPECT_TRUE(password->text().isEmpty());
    EXPECT_EQ(password->placeholderText(), QStringLiteral("kept in the system keychain"));
    emit password->editingFinished();
    EXPECT_EQ(m_network.settings.proxyPassword, SecretString("geheim")) << "leaving the empty field keeps it";
}

TEST_F(NetworkPageTest, APasswordThatIsNotKeptSaysSoBesideItsField)
{
    const auto row = [](NetworkPage& page) {
        return page.findChild<QWidget*>(QStringLiteral("passwordProblem"));
    };
    EXPECT_TRUE(row(m_page)->isHidden());
    m_network.isKeychainDown = true;
    chooseMode(ProxyMode::Http);
    type("hostEdit", QStringLiteral("proxy"));
    type("userEdit", QStringLiteral("me"));
    type("passwordEdit", QStringLiteral("geheim"));
    EXPECT_FALSE(row(m_page)->isHidden());
    EXPECT_TRUE(note("passwordNote").contains(QStringLiteral("until Orangery is closed")));
    EXPECT_TRUE(note("passwordNote").contains(QStringLiteral("No system keychain")));
    EXPECT_TRUE(property::isSet(&edit("passwordEdit"), property::invalid));
    EXPECT_EQ(m_network.settings.proxyPassword, SecretString("geheim")) << "it is in use all the same";
    EXPECT_EQ(edit("passwordEdit").text(), QStringLiteral("geheim"));
    auto* details = m_page.findChild<QPushButton*>(QStringLiteral("passwordDetailsButton"));
    EXPECT_FALSE(details->isHidden());
    m_page.show();
    details->click();
    auto* popup = m_page.findChild<DetailsPopup*>();
    ASSERT_TRUE(popup);
    EXPECT_EQ(popup->findChild<QPlainTextEdit*>()->toPlainText(), QStringLiteral("no secret service"));
    popup->close();

    NetworkPage later(look, m_network);
    EXPECT_FALSE(row(later)->isHidden()) << "whoever comes back is told, too";

    m_network.isKeychainDown = false;
    m_page.findChild<QPushButton*>(QStringLiteral("keepPasswordButton"))->click();
    EXPECT_TRUE(row(m_page)->isHidden());
    EXPECT_FALSE(property::isSet(&edit("passwordEdit"), property::invalid));
    EXPECT_EQ(m_network.settings.proxyPassword, SecretString("geheim"));
}

TEST_F(NetworkPageTest, APasswordThatCannotBeTakenOutSaysSo)
{
    m_network.settings.proxyPassword = SecretString("geheim");
    m_network.isKeychainDown = true;
    m_page.reset();
    EXPECT_TRUE(note("passwordNote").contains(QStringLiteral("still there")));
}

TEST_F(NetworkPageTest, AnAddressIsNoHost)
{
    chooseMode(ProxyMode::Http);
    type("hostEdit", QStringLiteral("http://proxy/"));
    EXPECT_EQ(m_network.sets, 0);
    EXPECT_TRUE(property::isSet(&edit("hostEdit"), property::invalid));
    type("hostEdit", QStringLiteral("proxy"));
    EXPECT_FALSE(property::isSet(&edit("hostEdit"), property::invalid));
    EXPECT_EQ(m_network.sets, 1);
}

TEST_F(NetworkPageTest, ARefusalIsShownWhereItBelongs)
{
    m_network.problem = Error::of(ErrorKind::ProxyFailed);
    chooseMode(ProxyMode::None);
    EXPECT_EQ(note("proxyNote"), m_network.problem->message);
    EXPECT_EQ(m_network.settings.proxyMode, ProxyMode::System);
}

TEST_F(NetworkPageTest, AFileOfCertificatesIsLookedAtBeforeItIsUsed)
{
    const QString path = writePem();
    m_page.setFileChooser([&](QWidget*, std::function<void(const QString&)> chosen) { chosen(path); });
    m_page.findChild<QPushButton*>(QStringLiteral("caButton"))->click();
    EXPECT_EQ(m_network.settings.extraCaFile, path);
    EXPECT_TRUE(note("caNote").contains(QStringLiteral("1 certificate found")));
    type("caEdit", m_folder.path());
    EXPECT_EQ(m_network.settings.extraCaFile, path) << "what cannot be used changes nothing";
    EXPECT_TRUE(property::isSet(&edit("caEdit"), property::invalid));
    type("caEdit", QString());
    EXPECT_TRUE(m_network.settings.extraCaFile.isEmpty());
    EXPECT_FALSE(property::isSet(&edit("caEdit"), property::invalid));
}

TEST_F(NetworkPageTest, AFileThatTlsRefusesSaysSo)
{
    m_network.problem = Error::of(ErrorKind::TlsFailed);
    type("caEdit", writePem());
    EXPECT_EQ(note("caNote"), m_network.problem->message);
    EXPECT_TRUE(m_network.settings.extraCaFile.isEmpty());
}

TEST_F(NetworkPageTest, ResetGoesBackToTheSystem)
{
    chooseMode(ProxyMode::Http);
    type("hostEdit", QStringLiteral("proxy"));
    ASSERT_TRUE(m_page.canReset());
    m_page.reset();
    EXPECT_EQ(m_network.settings, NetworkSettings());
    EXPECT_TRUE(edit("hostEdit").isHidden());
}

} // namespace
} // namespace orangery::test
