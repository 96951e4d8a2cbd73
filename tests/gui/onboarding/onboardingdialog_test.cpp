// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/onboardingdialog.h"

#include "gui/onboarding/onboardingfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QTest>

namespace orangery::test {
namespace {

using State = CheckOutcome::State;
using Purpose = OnboardingDialog::Purpose;

class OnboardingTest : public OnboardingFixture
{};

TEST_F(OnboardingTest, TokenCheckReplyOpen)
{
    OnboardingDialog& dialog = open();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    EXPECT_FALSE(button("nextButton").isEnabled());
    edit("tokenEdit").setText(someToken());
    edit("accountEdit").setText(someId());
    EXPECT_EQ(button("nextButton").text(), QStringLiteral("Check token"));
    button("nextButton").click();
    ASSERT_EQ(m_check->asked.size(), 1);
    EXPECT_EQ(m_check->asked.first().accountId, someId());
    EXPECT_EQ(m_check->asked.first().token, SecretString(someToken().toUtf8()));
    EXPECT_FALSE(button("nextButton").isEnabled());
    EXPECT_FALSE(button("againButton").isEnabled());

    m_check->reportUsable();
    EXPECT_EQ(text("summaryLabel"), QStringLiteral("4 checks passed, 1 is optional. No neurons were spent."));
    ASSERT_EQ(m_accounts.accounts.size(), 1);
    EXPECT_EQ(m_accounts.accounts.first().name, QStringLiteral("Hofgarten"));
    EXPECT_TRUE(m_accounts.accounts.first().neverPay);
    EXPECT_EQ(m_accounts.keeps, QList{Accounts::Keep::Keychain});
    EXPECT_TRUE(button("nextButton").isEnabled()) << "an optional failure does not block";
    button("nextButton").click();

    EXPECT_EQ(dialog.step(), OnboardingDialog::FirstReply);
    button("sendButton").click();
    m_question->reply(QStringLiteral("It kept trees warm."));
    EXPECT_EQ(button("nextButton").text(), QStringLiteral("Open Orangery"));
    button("nextButton").click();
    EXPECT_EQ(accepted.count(), 1);
}

TEST_F(OnboardingTest, TheSandboxSkipsTheCheck)
{
    OnboardingDialog& dialog = open();
    dialog.findChild<QRadioButton*>(QStringLiteral("sandboxRadio"))->click();
    button("nextButton").click();
    EXPECT_EQ(dialog.step(), OnboardingDialog::FirstReply);
    EXPECT_TRUE(m_check->asked.isEmpty());
    EXPECT_EQ(m_accounts.currentUuid, QStringLiteral("sandbox"));
    button("backButton").click();
    EXPECT_EQ(dialog.step(), OnboardingDialog::Connect);
}

TEST_F(OnboardingTest, AFailedCheckBlocksAndOffersTheTokenPage)
{
    OnboardingDialog& dialog = open();
    goToCheck();
    m_check->report({passed(Check::Network, "api.cloudflare.com", 84),
                     bad(Check::Token, State::Failed, ErrorKind::TokenRefused, 1000), skipped(Check::Account),
                     skipped(Check::WorkersAi), skipped(Check::Analytics)});
    EXPECT_FALSE(button("nextButton").isEnabled());
    EXPECT_TRUE(m_accounts.accounts.isEmpty()) << "nothing is stored before it works";
    for (QPushButton* cure : dialog.findChildren<QPushButton*>()) {
        if (cure->text() == QStringLiteral("Open the token page"))
            cure->click();
    }
    ASSERT_EQ(m_opened.size(), 1);
    EXPECT_EQ(m_opened.first(), createTokenUrl());
    button("backButton").click();
    EXPECT_EQ(edit("tokenEdit").text(), someToken()) << "what was typed is still there";
}

TEST_F(OnboardingTest, CheckAgainAsksWithTheSameEntries)
{
    open();
    goToCheck();
    m_check->report({bad(Check::Network, State::Failed, ErrorKind::Offline)});
    button("againButton").click();
    EXPECT_EQ(m_check->asked.size(), 2);
    m_check->reportUsable();
    EXPECT_TRUE(button("nextButton").isEnabled());
}

TEST_F(OnboardingTest, SeveralAccountsAreOfferedForChoice)
{
    OnboardingDialog& dialog = open();
    goToCheck();
    Diagnosis diagnosis;
    diagnosis.accounts = {{.id = QString(32, QLatin1Char('a')), .name = QStringLiteral("North")},
                          {.id = QString(32, QLatin1Char('b')), .name = QStringLiteral("South")}};
    m_check->report({passed(Check::Network, "", 1), passed(Check::Token, "", 1),
                     bad(Check::Account, State::Failed, ErrorKind::NoAccount)},
                    diagnosis);
    auto* combo = dialog.findChild<QComboBox*>(QStringLiteral("accountCombo"));
    EXPECT_TRUE(combo->isVisibleTo(&dialog));
    combo->setCurrentIndex(1);
    button("useAccountButton").click();
    ASSERT_EQ(m_check->asked.size(), 2);
    EXPECT_EQ(m_check->asked.last().accountId, QString(32, QLatin1Char('b')));
    EXPECT_FALSE(combo->isVisibleTo(&dialog));
}

TEST_F(OnboardingTest, WithoutAKeychainTheSessionIsOffered)
{
    m_accounts.saveProblem = Error::of(ErrorKind::KeychainUnavailable);
    open();
    goToCheck();
    m_check->reportUsable();
    EXPECT_TRUE(m_accounts.accounts.isEmpty());
    EXPECT_FALSE(button("nextButton").isEnabled());
    button("sessionOnlyButton").click();
    EXPECT_EQ(m_accounts.keeps, QList({Accounts::Keep::Keychain, Accounts::Keep::SessionOnly}));
    EXPECT_EQ(m_accounts.accounts.size(), 1);
    EXPECT_TRUE(button("nextButton").isEnabled());
}

TEST_F(OnboardingTest, AKeychainThatRefusedCanBeTriedAgain)
{
    m_accounts.saveProblem = Error::of(ErrorKind::KeychainRefused);
    open();
    goToCheck();
    m_check->reportUsable();
    m_accounts.saveProblem.reset();
    button("storeAgainButton").click();
    EXPECT_TRUE(button("nextButton").isEnabled());
    EXPECT_EQ(m_accounts.accounts.size(), 1);
}

TEST_F(OnboardingTest, NeverPayTakenOffReachesTheAccountAndKeepsTheToken)
{
    OnboardingDialog& dialog = open();
    goToCheck();
    m_check->reportUsable();
    dialog.findChild<QCheckBox*>(QStringLiteral("neverPayCheck"))->setChecked(false);
    button("nextButton").click();
    EXPECT_FALSE(m_accounts.accounts.first().neverPay);
    EXPECT_TRUE(m_accounts.tokens.last().isEmpty());
    EXPECT_EQ(m_accounts.accounts.size(), 1);
}

TEST_F(OnboardingTest, CheckingTwiceMakesOneAccount)
{
    open();
    goToCheck();
    m_check->reportUsable();
    button("backButton").click();
    button("nextButton").click();
    m_check->reportUsable();
    EXPECT_EQ(m_accounts.accounts.size(), 1);
}

TEST_F(OnboardingTest, EscAsksAndNothingIsLost)
{
    OnboardingDialog& dialog = open();
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    edit("tokenEdit").setText(someToken());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_TRUE(dialog.isVisible());
    EXPECT_TRUE(button("leaveButton").isVisible());
    EXPECT_EQ(button("leaveButton").text(), QStringLiteral("Quit"));
    button("stayButton").click();
    EXPECT_EQ(edit("tokenEdit").text(), someToken());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(button("leaveButton").isVisible()) << "Esc on the question carries on";
    dialog.close();
    EXPECT_TRUE(dialog.isVisible()) << "the window's close button asks too";
    button("leaveButton").click();
    EXPECT_EQ(rejected.count(), 1);
    EXPECT_GT(m_check->stops, 0);
}

TEST_F(OnboardingTest, AddingAnAccountLeavesAnEmptyFormWithoutAsking)
{
    OnboardingDialog& dialog = open(Purpose::AddAccount);
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(OnboardingTest, EscStopsARunningReplyFirst)
{
    OnboardingDialog& dialog = open();
    dialog.findChild<QRadioButton*>(QStringLiteral("sandboxRadio"))->click();
    button("nextButton").click();
    button("sendButton").click();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_FALSE(button("leaveButton").isVisible());
    EXPECT_EQ(text("figuresLabel"), QStringLiteral("Stopped."));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    EXPECT_TRUE(button("leaveButton").isVisible());
}

TEST_F(OnboardingTest, EnterSendsTheQuestionThenOpens)
{
    OnboardingDialog& dialog = open();
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    dialog.findChild<QRadioButton*>(QStringLiteral("sandboxRadio"))->click();
    button("nextButton").click();
    QTest::keyClick(&edit("questionEdit"), Qt::Key_Return);
    ASSERT_EQ(m_question->asked.size(), 1);
    EXPECT_EQ(accepted.count(), 0);
    m_question->reply(QStringLiteral("Fine."));
    QTest::keyClick(&edit("questionEdit"), Qt::Key_Return);
    EXPECT_EQ(accepted.count(), 1);
}

TEST_F(OnboardingTest, NetworkSettingsAreOfferedOnlyWhenSomebodyListens)
{
    const auto hasButton = [this] {
        QCoreApplication::processEvents(); // what is added to a visible list is shown a turn later
        for (QPushButton* cure : m_dialog->findChildren<QPushButton*>()) {
            if (cure->text() == QStringLiteral("Network settings") && cure->isVisibleTo(m_dialog.get()))
                return true;
        }
        return false;
    };
    OnboardingDialog& dialog = open();
    goToCheck();
    m_check->report({bad(Check::Network, State::Failed, ErrorKind::ProxyFailed)});
    EXPECT_FALSE(hasButton());
    QSignalSpy wishes(&dialog, &OnboardingDialog::networkSettingsRequested);
    button("againButton").click();
    m_check->report({bad(Check::Network, State::Failed, ErrorKind::ProxyFailed)});
    EXPECT_TRUE(hasButton());
}

TEST_F(OnboardingTest, ADiagnosisThatBreaksOffSaysSo)
{
    open();
    goToCheck();
    emit m_check->finished(Error::of(ErrorKind::Canceled));
    EXPECT_FALSE(button("nextButton").isEnabled());
    EXPECT_TRUE(button("againButton").isEnabled());
    EXPECT_FALSE(text("summaryLabel").isEmpty());
}

} // namespace
} // namespace orangery::test
