// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/accountform.h"

#include "gui/settings/settingsfixture.h"
#include "gui/style/properties.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace orangery::test {
namespace {

class AccountFormTest : public SettingsFixture
{
protected:
    AccountFormTest()
        : m_form(look),
          m_edited(&m_form, &AccountForm::edited),
          m_tokens(&m_form, &AccountForm::tokenEntered)
    {
        m_form.showAccount(m_accounts.accounts.first());
    }

    QLineEdit& edit(const char* name) { return *m_form.findChild<QLineEdit*>(QLatin1String(name)); }
    QPushButton& button(const char* name) { return *m_form.findChild<QPushButton*>(QLatin1String(name)); }
    QString note(const char* name) { return m_form.findChild<QLabel*>(QLatin1String(name))->text(); }
    void setAddress(const QString& address)
    {
        edit("addressEdit").setText(address);
        emit edit("addressEdit").editingFinished();
    }
    Account lastEdited() { return m_edited.last().first().value<Account>(); }

    AccountForm m_form;
    QSignalSpy m_edited;
    QSignalSpy m_tokens;
};

TEST_F(AccountFormTest, ShowingIsNoChange)
{
    EXPECT_EQ(m_edited.count(), 0);
    EXPECT_EQ(edit("nameEdit").text(), QStringLiteral("Hofgarten"));
    EXPECT_TRUE(edit("addressEdit").text().isEmpty()) << "the usual address is the placeholder";
}

TEST_F(AccountFormTest, NamePlanAndNeverPay)
{
    edit("nameEdit").setText(QStringLiteral("  Winter \t garden "));
    emit edit("nameEdit").editingFinished();
    EXPECT_EQ(lastEdited().name, QStringLiteral("Winter garden"));
    auto* plan = m_form.findChild<QComboBox*>(QStringLiteral("planCombo"));
    plan->setCurrentIndex(1);
    emit plan->activated(1);
    EXPECT_EQ(lastEdited().plan, Plan::Paid);
    EXPECT_TRUE(lastEdited().neverPay) << "paying is a choice of its own";
    m_form.showAccount(lastEdited());
    m_form.findChild<QCheckBox*>(QStringLiteral("neverPayCheck"))->click();
    EXPECT_FALSE(lastEdited().neverPay);
}

TEST_F(AccountFormTest, AnAddressThatCannotBeUsedIsNotTakenOver)
{
    setAddress(QStringLiteral("http://far.example.org/v4"));
    EXPECT_EQ(m_edited.count(), 0);
    EXPECT_TRUE(property::isSet(&edit("addressEdit"), property::invalid));
    EXPECT_TRUE(note("addressNote").contains(QStringLiteral("stays in force")));
    setAddress(QStringLiteral(" https://gateway.example.org/v4/ "));
    EXPECT_EQ(lastEdited().baseUrl, QUrl(QStringLiteral("https://gateway.example.org/v4")));
    EXPECT_FALSE(property::isSet(&edit("addressEdit"), property::invalid));
    m_form.showAccount(lastEdited());
    setAddress(QString());
    EXPECT_EQ(lastEdited().baseUrl, defaultBaseUrl());
}

TEST_F(AccountFormTest, ANewTokenIsCleanedAndTold)
{
    button("replaceButton").click();
    button("saveTokenButton").click();
    EXPECT_EQ(m_tokens.count(), 0);
    EXPECT_FALSE(note("tokenNote").isEmpty());
    edit("newTokenEdit").setText(QStringLiteral(" Bearer %1\n").arg(someToken()));
    button("saveTokenButton").click();
    ASSERT_EQ(m_tokens.count(), 1);
    EXPECT_EQ(m_tokens.first().first().value<SecretString>(), SecretString(someToken().toUtf8()));
    m_form.showTokenStored(Accounts::Keep::Keychain);
    EXPECT_TRUE(edit("newTokenEdit").text().isEmpty());
    EXPECT_TRUE(edit("newTokenEdit").parentWidget()->isHidden());
}

TEST_F(AccountFormTest, TheSessionIsOfferedWhenTheKeychainIsMissing)
{
    button("replaceButton").click();
    edit("newTokenEdit").setText(someToken());
    button("saveTokenButton").click();
    EXPECT_TRUE(button("sessionTokenButton").isHidden());
    m_form.showTokenError(Error::of(ErrorKind::KeychainUnavailable));
    EXPECT_FALSE(button("sessionTokenButton").isHidden());
    button("sessionTokenButton").click();
    EXPECT_EQ(m_tokens.last().at(1).value<Accounts::Keep>(), Accounts::Keep::SessionOnly);
}

TEST_F(AccountFormTest, TheSandboxHasNoTokenAndNoAddress)
{
    Account sandbox;
    sandbox.uuid = QStringLiteral("sandbox");
    sandbox.isSandbox = true;
    m_form.showAccount(sandbox);
    for (const char* name : {"checkButton", "replaceButton"})
        EXPECT_TRUE(button(name).isHidden()) << name;
    EXPECT_TRUE(edit("addressEdit").isHidden());
    m_form.showAccount(m_accounts.accounts.first());
    EXPECT_FALSE(button("checkButton").isHidden());
}

} // namespace
} // namespace orangery::test
