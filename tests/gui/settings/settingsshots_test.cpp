// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of every page to hold beside the mock-ups.
#include "gui/settings/settingsfixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace orangery::test {
namespace {

class SettingsShots : public SettingsFixture, public testing::WithParamInterface<Theme::Choice>
{
protected:
    SettingsShots() : m_dialog(look, makePages())
    {
        theme.setChoice(GetParam());
        m_dialog.setAttribute(Qt::WA_DontShowOnScreen);
        m_dialog.show();
    }

    QImage shoot(const QString& name)
    {
        for (int turn = 0; turn < 10; ++turn) // a layout in a layout settles a turn later
            QApplication::processEvents();
        const QImage image = m_dialog.grab().toImage();
        const QString folder = qEnvironmentVariable("ORANGERY_SCREENSHOTS");
        if (!folder.isEmpty())
            image.save(
                QStringLiteral("%1/settings-%2-%3.png")
                    .arg(folder, name, theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light")));
        return image;
    }

    SettingsDialog m_dialog;
};

TEST_P(SettingsShots, EveryPage)
{
    for (const SettingsPage* page : m_dialog.findChildren<SettingsPage*>()) {
        m_dialog.showPage(page->objectName());
        const QImage image = shoot(page->objectName());
        EXPECT_GT(count(image, rgb(Token::Sel)), 100 * 30) << "the page's row is selected";
    }
}

TEST_P(SettingsShots, AccountBeingCheckedAndRemoved)
{
    m_dialog.findChild<QPushButton*>(QStringLiteral("checkButton"))->click();
    m_check->reportUsable();
    m_dialog.findChild<QPushButton*>(QStringLiteral("replaceButton"))->click();
    m_dialog.findChild<QPushButton*>(QStringLiteral("removeButton"))->click();
    shoot(QStringLiteral("account-busy"));
}

TEST_P(SettingsShots, SmallestAndFound)
{
    m_dialog.resize(720, 520);
    auto* combo = m_dialog.findChild<QComboBox*>(QStringLiteral("proxyCombo"));
    combo->setCurrentIndex(static_cast<int>(ProxyMode::Http));
    emit combo->activated(combo->currentIndex());
    m_dialog.findChild<QLineEdit*>(QStringLiteral("searchEdit"))->setText(QStringLiteral("proxy"));
    shoot(QStringLiteral("found"));
}

INSTANTIATE_TEST_SUITE_P(Themes, SettingsShots, testing::Values(Theme::Choice::Light, Theme::Choice::Dark));

} // namespace
} // namespace orangery::test
