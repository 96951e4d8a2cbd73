// SPDX-License-Identifier: GPL-3.0-or-later
// The first run on the real service floor: a curl command for a local endpoint is pasted, checked and asked.
#include "gui/onboarding/onboardingdialog.h"

#include "gui/chat/messages/messageview.h"
#include "gui/style/stylefixture.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace orangery::test {
namespace {

class OnboardingReal : public StyleFixture
{
protected:
    OnboardingReal() : m_dialog(look, *m_shop.workbench, *m_shop.accounts) { m_dialog.show(); }

    QPushButton& button(const char* name) { return *m_dialog.findChild<QPushButton*>(QLatin1String(name)); }
    QLineEdit& edit(const char* name) { return *m_dialog.findChild<QLineEdit*>(QLatin1String(name)); }
    QString text(const char* name) { return m_dialog.findChild<QLabel*>(QLatin1String(name))->text(); }
    void paste(const QString& token)
    {
        edit("accountEdit")
            .setText(QStringLiteral("curl %1/accounts/%2/ai/run/@cf/a/b -H 'Authorization: Bearer %3'")
                         .arg(m_shop.sandbox.baseUrl().toString(), Sandbox::accountId(), token));
    }

    Workshop m_shop;
    OnboardingDialog m_dialog;
};

TEST_F(OnboardingReal, PastedCheckedStoredAnswered)
{
    paste(Sandbox::token());
    ASSERT_TRUE(button("nextButton").isEnabled());
    button("nextButton").click();
    ASSERT_TRUE(waitFor([&] { return button("nextButton").isEnabled(); }))
        << qPrintable(text("summaryLabel"));
    const std::optional<Account> account = m_shop.accounts->current();
    EXPECT_EQ(account->accountId, Sandbox::accountId());
    EXPECT_EQ(account->baseUrl, m_shop.sandbox.baseUrl());
    EXPECT_EQ(m_shop.runs(), 0) << "checking spends nothing";

    button("nextButton").click();
    ASSERT_TRUE(button("sendButton").isEnabled());
    button("sendButton").click();
    const MessageList& replies = m_dialog.findChild<MessageView*>()->list();
    ASSERT_TRUE(waitFor([&] { return replies.count() == 1 && replies.entry(0).item().booked; }))
        << qPrintable(text("figuresLabel"));
    EXPECT_FALSE(replies.entry(0).item().text.isEmpty());
    EXPECT_EQ(m_shop.runs(), 1);
    EXPECT_TRUE(waitFor([&] { return m_shop.workbench->quota().booked > Neurons(); })) << "booking follows";
}

TEST_F(OnboardingReal, AWrongTokenFailsWithACure)
{
    paste(QStringLiteral("wrong_token_ABCDEFGHIJKLMNOPQRSTUVWXYZ01"));
    button("nextButton").click();
    ASSERT_TRUE(waitFor([&] { return button("againButton").isEnabled(); }));
    EXPECT_FALSE(button("nextButton").isEnabled());
    EXPECT_TRUE(text("summaryLabel").contains(QStringLiteral("1 failed")))
        << qPrintable(text("summaryLabel"));
}

TEST_F(OnboardingReal, ClosingTheDialogInMidReplyEndsTheCall)
{
    {
        OnboardingDialog other(look, *m_shop.workbench, *m_shop.accounts);
        other.show();
        other.findChild<QRadioButton*>(QStringLiteral("sandboxRadio"))->click();
        other.findChild<QPushButton*>(QStringLiteral("nextButton"))->click();
        other.findChild<QPushButton*>(QStringLiteral("sendButton"))->click();
        QCoreApplication::processEvents();
    }
    EXPECT_TRUE(waitFor([&] { return m_shop.workbench->quota().reserved.isZero(); }));
}

} // namespace
} // namespace orangery::test
