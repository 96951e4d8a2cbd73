// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/accountpage.h"

#include "gui/common/banner.h"
#include "gui/onboarding/checklist.h"
#include "gui/onboarding/checkrow.h"
#include "gui/settings/settingsfixture.h"
#include "service/tokenparsing.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

namespace orangery::test {
namespace {

class AccountPageTest : public SettingsFixture
{
protected:
    AccountPageTest() : m_page(makeAccountPage()) {}

    QPushButton& button(const char* name) { return *m_page->findChild<QPushButton*>(QLatin1String(name)); }
    QLineEdit& edit(const char* name) { return *m_page->findChild<QLineEdit*>(QLatin1String(name)); }
    Banner& banner() { return *m_page->findChild<Banner*>(); }
    void select(int row)
    {
        auto* list = m_page->findChild<QListView*>(QStringLiteral("accountList"));
        list->setCurrentIndex(list->model()->index(row, 0));
    }

    std::unique_ptr<AccountPage> m_page;
};

TEST_F(AccountPageTest, StartsOnTheAccountInUse)
{
    EXPECT_EQ(edit("nameEdit").text(), QStringLiteral("Hofgarten"));
    EXPECT_FALSE(button("useButton").isEnabled());
    select(1);
    EXPECT_EQ(edit("nameEdit").text(), QStringLiteral("Nursery"));
    EXPECT_EQ(m_accounts.currentUuid, QStringLiteral("one")) << "looking does not switch";
    button("useButton").click();
    EXPECT_EQ(m_accounts.currentUuid, QStringLiteral("two"));
    EXPECT_FALSE(button("useButton").isEnabled());
}

TEST_F(AccountPageTest, ChangingAnotherAccountDoesNotSwitchToIt)
{
    select(1);
    edit("nameEdit").setText(QStringLiteral("Orchard"));
    emit edit("nameEdit").editingFinished();
    EXPECT_EQ(m_accounts.accounts.at(1).name, QStringLiteral("Orchard"));
    EXPECT_EQ(m_accounts.currentUuid, QStringLiteral("one"));
    EXPECT_TRUE(m_accounts.tokens.last().isEmpty()) << "the stored token stays";
    EXPECT_EQ(edit("nameEdit").text(), QStringLiteral("Orchard"));
}

TEST_F(AccountPageTest, CheckingShowsTheDoctorsRows)
{
    button("checkButton").click();
    ASSERT_EQ(m_check->asked.size(), 1);
    EXPECT_EQ(m_accounts.resolved, QStringList{QStringLiteral("one")});
    EXPECT_FALSE(button("checkButton").isEnabled());
    m_check->reportUsable();
    auto* list = m_page->findChild<CheckList*>();
    EXPECT_EQ(list->row(Check::WorkersAi)->mark(), CheckRow::Mark::Passed);
    EXPECT_TRUE(button("checkButton").isEnabled());
    select(1);
    EXPECT_EQ(list->row(Check::WorkersAi), nullptr) << "they belonged to the other account";
}

TEST_F(AccountPageTest, ATokenThatIsNotAtHandSaysWhy)
{
    m_accounts.resolveProblem = Error::of(ErrorKind::KeychainRefused);
    button("checkButton").click();
    EXPECT_TRUE(m_check->asked.isEmpty());
    EXPECT_EQ(banner().current().text, m_accounts.resolveProblem->message);
    EXPECT_TRUE(button("checkButton").isEnabled());
    m_accounts.resolveProblem.reset();
    button("checkButton").click();
    EXPECT_TRUE(banner().current().id.isEmpty());
}

TEST_F(AccountPageTest, RemovingAsksFirst)
{
    button("removeButton").click();
    EXPECT_EQ(m_accounts.accounts.size(), 2);
    EXPECT_TRUE(banner().current().title.contains(QStringLiteral("Hofgarten")));
    emit banner().actionTriggered(banner().current().id, 1);
    EXPECT_EQ(m_accounts.accounts.size(), 2);
    EXPECT_TRUE(banner().current().id.isEmpty());
    button("removeButton").click();
    emit banner().actionTriggered(banner().current().id, 0);
    ASSERT_EQ(m_accounts.accounts.size(), 1);
    EXPECT_EQ(edit("nameEdit").text(), QStringLiteral("Nursery"));
}

TEST_F(AccountPageTest, ARemovalThatFailsSaysWhyAndKeepsTheAccount)
{
    m_accounts.removeProblem = Error::of(ErrorKind::KeychainRefused);
    button("removeButton").click();
    emit banner().actionTriggered(banner().current().id, 0);
    EXPECT_EQ(m_accounts.accounts.size(), 2);
    EXPECT_EQ(banner().current().text, m_accounts.removeProblem->message);
}

TEST_F(AccountPageTest, SelectingAnotherAccountTakesTheQuestionBack)
{
    button("removeButton").click();
    select(1);
    EXPECT_TRUE(banner().current().id.isEmpty()) << "it would remove the wrong one";
}

TEST_F(AccountPageTest, ReplacingTheTokenKeepsEverythingElse)
{
    const Account before = m_accounts.accounts.first();
    button("replaceButton").click();
    edit("newTokenEdit").setText(someToken());
    button("saveTokenButton").click();
    EXPECT_EQ(m_accounts.tokens.last(), SecretString(someToken().toUtf8()));
    EXPECT_EQ(m_accounts.accounts.first(), before);
}

TEST_F(AccountPageTest, WithoutAccountsOnlyAddingRemains)
{
    m_accounts.accounts.clear();
    emit m_accounts.changed();
    EXPECT_TRUE(button("removeButton").isHidden());
    EXPECT_TRUE(edit("nameEdit").parentWidget()->isHidden());
    QSignalSpy wishes(m_page.get(), &AccountPage::addAccountRequested);
    button("addButton").click();
    EXPECT_EQ(wishes.count(), 1);
}

TEST_F(AccountPageTest, TheTokenPageIsOpened)
{
    button("checkButton").click();
    m_check->report({passed(Check::Network, "", 1),
                     bad(Check::Token, CheckOutcome::State::Failed, ErrorKind::TokenRefused, 1000)});
    for (QPushButton* cure : m_page->findChildren<QPushButton*>()) {
        if (cure->text() == QStringLiteral("Open the token page"))
            cure->click();
    }
    EXPECT_EQ(m_opened, QList<QUrl>{createTokenUrl()});
}

} // namespace
} // namespace orangery::test
