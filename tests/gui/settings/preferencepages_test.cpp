// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingsfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QWheelEvent>

namespace orangery::test {
namespace {

class PreferencePages : public SettingsFixture
{};

TEST_F(PreferencePages, AppearanceAppliesAtOnceAndResets)
{
    AppearancePage page(look, m_preferences);
    auto* combo = page.findChild<QComboBox*>(QStringLiteral("themeCombo"));
    combo->setCurrentIndex(2);
    emit combo->activated(2);
    EXPECT_EQ(m_preferences.theme(), QStringLiteral("dark"));
    page.findChild<QSpinBox*>(QStringLiteral("sizeSpin"))->setValue(18);
    EXPECT_EQ(m_preferences.fontSize(), 18);
    page.findChild<QCheckBox*>(QStringLiteral("motionCheck"))->click();
    EXPECT_TRUE(m_preferences.isReducedMotion());
    page.reset();
    EXPECT_EQ(m_preferences.theme(), QStringLiteral("system"));
    EXPECT_EQ(m_preferences.fontSize(), 0);
    EXPECT_FALSE(m_preferences.isReducedMotion());
    EXPECT_EQ(combo->currentIndex(), 0);
}

TEST_F(PreferencePages, AppearanceShowsWhatIsChangedElsewhere)
{
    AppearancePage page(look, m_preferences);
    auto* spin = page.findChild<QSpinBox*>(QStringLiteral("sizeSpin"));
    EXPECT_EQ(spin->value(), theme.size());
    m_preferences.setFontSize(20);
    EXPECT_EQ(spin->value(), 20);
    m_preferences.setTheme(QStringLiteral("light"));
    EXPECT_EQ(page.findChild<QComboBox*>(QStringLiteral("themeCombo"))->currentIndex(), 1);
}

TEST_F(PreferencePages, EnterSendsOrNot)
{
    ChatSettingsPage page(look, m_preferences);
    EXPECT_TRUE(page.findChild<QRadioButton*>(QStringLiteral("enterRadio"))->isChecked());
    page.findChild<QRadioButton*>(QStringLiteral("ctrlEnterRadio"))->click();
    EXPECT_FALSE(m_preferences.isEnterSending());
    page.reset();
    EXPECT_TRUE(m_preferences.isEnterSending());
    EXPECT_TRUE(page.findChild<QRadioButton*>(QStringLiteral("enterRadio"))->isChecked());
}

TEST_F(PreferencePages, CapsApplyAtOnceAndLeaveThoseOfOthersAlone)
{
    const QString gateway = QStringLiteral("gateway:Pot");
    m_preferences.setSpendingLimits({.ofOrigins = {{gateway, Neurons::of(500)}}, .ofSubject = {}});
    BudgetPage page(look, m_preferences);
    auto* chat = page.findChild<QSpinBox*>(QStringLiteral("chatSpin"));
    EXPECT_EQ(chat->text(), QStringLiteral("No cap"));
    chat->setValue(2000);
    page.findChild<QSpinBox*>(QStringLiteral("conversationSpin"))->setValue(300);
    const SpendingLimits limits = m_preferences.spendingLimits();
    EXPECT_EQ(limits.ofOrigins.value(QStringLiteral("chat")), Neurons::of(2000));
    EXPECT_EQ(limits.ofOrigins.value(gateway), Neurons::of(500));
    EXPECT_EQ(limits.ofSubject, Neurons::of(300));
    chat->setValue(0);
    EXPECT_FALSE(m_preferences.spendingLimits().ofOrigins.contains(QStringLiteral("chat")));
    page.reset();
    const SpendingLimits left{.ofOrigins = {{gateway, Neurons::of(500)}}, .ofSubject = {}};
    EXPECT_EQ(m_preferences.spendingLimits(), left);
    EXPECT_EQ(page.findChild<QSpinBox*>(QStringLiteral("conversationSpin"))->value(), 0);
}

TEST_F(PreferencePages, ACapThatIsNotTouchedStaysToTheLastDigit)
{
    m_preferences.setSpendingLimits({.ofOrigins = {}, .ofSubject = Neurons::of(0.5)});
    BudgetPage page(look, m_preferences);
    EXPECT_EQ(page.findChild<QSpinBox*>(QStringLiteral("conversationSpin"))->value(), 1);
    auto* chat = page.findChild<QSpinBox*>(QStringLiteral("chatSpin"));
    chat->setValue(300);
    EXPECT_EQ(m_preferences.spendingLimits().ofSubject, Neurons::of(0.5));
    chat->stepDown();
    EXPECT_GT(chat->value(), 200);

    QWheelEvent wheel(QPointF(5, 5), QPointF(5, 5), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    const int before = chat->value();
    QCoreApplication::sendEvent(chat, &wheel);
    EXPECT_EQ(chat->value(), before);
    EXPECT_FALSE(wheel.isAccepted());
}

TEST_F(PreferencePages, KeptAnswersCanBeSwitchedOffAndForgotten)
{
    BudgetPage page(look, m_preferences);
    QSignalSpy wishes(&page, &BudgetPage::forgetAnswersRequested);
    auto* check = page.findChild<QCheckBox*>(QStringLiteral("answersCheck"));
    ASSERT_TRUE(check->isChecked());
    check->click();
    EXPECT_FALSE(m_preferences.isKeepingAnswers());
    page.findChild<QPushButton*>(QStringLiteral("forgetButton"))->click();
    EXPECT_EQ(wishes.count(), 1);
    auto* saved = page.findChild<QLabel*>(QStringLiteral("savedLabel"));
    page.setSaved(Neurons::of(12.3));
    EXPECT_TRUE(saved->text().contains(QLocale().toString(12.3, 'f', 1))) << qPrintable(saved->text());
    page.showForgotten();
    EXPECT_TRUE(saved->text().contains(QStringLiteral("gone")));
}

TEST_F(PreferencePages, ShortcutsListActionsWithKeysOnly)
{
    QAction plain(QStringLiteral("No keys"));
    ShortcutsPage page(look, {&m_action, &plain});
    EXPECT_TRUE(page.contains(QStringLiteral("New chat")));
    EXPECT_FALSE(page.contains(QStringLiteral("No keys")));
}

TEST_F(PreferencePages, PrivacyOpensTheFolder)
{
    PrivacyPage page(look, QStringLiteral("/some/where"), [this](const QUrl& url) { m_opened.append(url); });
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("dataFolderLabel"))->text(),
              QStringLiteral("/some/where"));
    page.findChild<QPushButton*>(QStringLiteral("openFolderButton"))->click();
    EXPECT_EQ(m_opened, QList<QUrl>{QUrl::fromLocalFile(QStringLiteral("/some/where"))});
}

TEST_F(PreferencePages, AboutSaysWhatItIsNot)
{
    AboutPage page(look);
    EXPECT_TRUE(page.contains(QStringLiteral("unofficial")));
    EXPECT_TRUE(page.contains(QStringLiteral("GPL-3.0-or-later")));
    EXPECT_TRUE(page.contains(QStringLiteral(ORANGERY_VERSION)));
}

TEST_F(PreferencePages, ModelsTellTheirDateAndAskForARefresh)
{
    ModelsPage page(look);
    page.setFacts(pictureFacts());
    QSignalSpy wishes(&page, &ModelsPage::refreshRequested);
    auto* refresh = page.findChild<QPushButton*>(QStringLiteral("refreshButton"));
    refresh->click();
    EXPECT_EQ(wishes.count(), 1);
    EXPECT_FALSE(refresh->isEnabled());
    page.showRefreshError(Error::of(ErrorKind::Offline));
    EXPECT_TRUE(refresh->isEnabled());
    EXPECT_TRUE(page.contains(QStringLiteral("not refreshed")));
}

} // namespace
} // namespace orangery::test
