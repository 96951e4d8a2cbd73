// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/connectpage.h"

#include "gui/onboarding/fakes.h"
#include "gui/onboarding/secretfield.h"
#include "gui/style/properties.h"
#include "gui/style/stylefixture.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

namespace orangery::test {
namespace {

class ConnectPageTest : public StyleFixture
{
protected:
    ConnectPageTest() : m_page(look) {}

    QLineEdit& edit(const char* name) { return *m_page.findChild<QLineEdit*>(QLatin1String(name)); }
    QString found() { return m_page.findChild<QLabel*>(QStringLiteral("foundLabel"))->text(); }
    bool isInvalid(const char* name) { return property::isSet(&edit(name), property::invalid); }
    void enterToken() { edit("tokenEdit").setText(someToken()); }

    ConnectPage m_page;
};

TEST_F(ConnectPageTest, NeedsATokenAndNothingElse)
{
    EXPECT_FALSE(m_page.isComplete());
    EXPECT_FALSE(m_page.isTouched());
    enterToken();
    EXPECT_TRUE(m_page.isComplete());
    EXPECT_TRUE(m_page.isTouched());
    EXPECT_TRUE(m_page.draft().accountId.isEmpty());
    EXPECT_EQ(m_page.draft().baseUrl, defaultBaseUrl());
}

TEST_F(ConnectPageTest, TakesBlanksAndLineEndsOffTheToken)
{
    edit("tokenEdit").setText(QStringLiteral("  %1 \n").arg(someToken()));
    EXPECT_TRUE(m_page.isComplete());
    EXPECT_EQ(m_page.draft().token, SecretString(someToken().toUtf8()));
}

TEST_F(ConnectPageTest, SaysWhatIsWrongWithTheToken)
{
    edit("tokenEdit").setText(QStringLiteral("two words and ümlauts"));
    EXPECT_FALSE(m_page.isComplete());
    EXPECT_TRUE(isInvalid("tokenEdit"));
    EXPECT_FALSE(m_page.findChild<QLabel*>(QStringLiteral("tokenNote"))->text().isEmpty());
    edit("tokenEdit").clear();
    EXPECT_FALSE(isInvalid("tokenEdit"));
}

TEST_F(ConnectPageTest, RecognisesAnIdAndAnAddressWhileTyping)
{
    enterToken();
    edit("accountEdit").setText(someId());
    EXPECT_EQ(found(), QStringLiteral("Account ID found"));
    edit("accountEdit").setText(QStringLiteral("https://dash.cloudflare.com/%1/ai/workers-ai").arg(someId()));
    EXPECT_EQ(found(), QStringLiteral("Account ID found in the address"));
    EXPECT_EQ(m_page.draft().accountId, someId());
    EXPECT_TRUE(edit("addressEdit").parentWidget()->isHidden());
}

TEST_F(ConnectPageTest, AnIdOfWrongLengthSaysSoAndBlocks)
{
    enterToken();
    edit("accountEdit").setText(someId().chopped(3));
    EXPECT_TRUE(isInvalid("accountEdit"));
    EXPECT_FALSE(found().isEmpty());
    EXPECT_FALSE(m_page.isComplete());
    edit("accountEdit").setText(someId());
    EXPECT_FALSE(isInvalid("accountEdit"));
    EXPECT_TRUE(m_page.isComplete());
}

TEST_F(ConnectPageTest, ACurlCommandGivesBothAndTheTokenNeverStaysVisible)
{
    edit("accountEdit")
        .setText(QStringLiteral("curl https://api.cloudflare.com/client/v4/accounts/%1/ai/run/@cf/a/b "
                                "-H \"Authorization: Bearer %2\" -d '{}'")
                     .arg(someId(), someToken()));
    EXPECT_EQ(m_page.draft().token, SecretString(someToken().toUtf8()));
    EXPECT_EQ(m_page.draft().accountId, someId());
    EXPECT_EQ(edit("accountEdit").text(), someId());
    EXPECT_EQ(found(), QStringLiteral("Account ID and token found in the curl command"));
    for (const QLineEdit* field : m_page.findChildren<QLineEdit*>())
        EXPECT_FALSE(field->text().contains(someToken())) << qPrintable(field->objectName());
    EXPECT_TRUE(m_page.isComplete());
}

TEST_F(ConnectPageTest, AnotherHostShowsItsAddress)
{
    enterToken();
    edit("accountEdit")
        .setText(QStringLiteral("curl https://gateway.example.org/client/v4/accounts/%1/ai/run/@cf/a/b")
                     .arg(someId()));
    ASSERT_FALSE(edit("addressEdit").parentWidget()->isHidden());
    EXPECT_EQ(m_page.draft().baseUrl.host(), QStringLiteral("gateway.example.org"));
    edit("addressEdit").setText(QStringLiteral("http://gateway.example.org/v4"));
    EXPECT_TRUE(isInvalid("addressEdit"));
    EXPECT_FALSE(m_page.isComplete());
    edit("addressEdit").setText(QStringLiteral("http://127.0.0.1:9/v4/"));
    EXPECT_TRUE(m_page.isComplete());
    EXPECT_EQ(m_page.draft().baseUrl, QUrl(QStringLiteral("http://127.0.0.1:9/v4")));
}

TEST_F(ConnectPageTest, TheSandboxNeedsNothing)
{
    m_page.findChild<QRadioButton*>(QStringLiteral("sandboxRadio"))->click();
    EXPECT_TRUE(m_page.isSandbox());
    EXPECT_TRUE(m_page.isComplete());
    edit("tokenEdit").setText(QStringLiteral("b a d"));
    EXPECT_TRUE(m_page.isComplete()) << "the token does not matter here";
}

TEST_F(ConnectPageTest, AClickAnywhereOnTheCardChoosesIt)
{
    m_page.resize(600, 500);
    m_page.setAttribute(Qt::WA_DontShowOnScreen);
    m_page.show();
    auto* radio = m_page.findChild<QRadioButton*>(QStringLiteral("sandboxRadio"));
    QTest::mouseClick(radio->parentWidget(), Qt::LeftButton, {},
                      QPoint(300, radio->parentWidget()->height() - 6));
    EXPECT_TRUE(radio->isChecked());
    EXPECT_FALSE(m_page.findChild<QRadioButton*>(QStringLiteral("tokenRadio"))->isChecked());
}

TEST_F(ConnectPageTest, TheTokenIsHiddenUntilTheEyeIsPressed)
{
    auto& field = static_cast<SecretField&>(edit("tokenEdit"));
    EXPECT_EQ(field.echoMode(), QLineEdit::Password);
    EXPECT_TRUE(field.inputMethodHints().testFlag(Qt::ImhSensitiveData));
    field.setShown(true);
    EXPECT_EQ(field.echoMode(), QLineEdit::Normal);
    EXPECT_TRUE(field.inputMethodHints().testFlag(Qt::ImhSensitiveData));
    field.setShown(false);
    EXPECT_EQ(field.echoMode(), QLineEdit::Password);
}

TEST_F(ConnectPageTest, OneMegabyteOfTextIsRefusedCalmly)
{
    enterToken();
    edit("accountEdit").setText(QString(1 << 20, QLatin1Char('x')));
    EXPECT_FALSE(m_page.isComplete());
    EXPECT_FALSE(found().isEmpty());
}

TEST_F(ConnectPageTest, AsksForTheTokenPage)
{
    QSignalSpy wishes(&m_page, &ConnectPage::createTokenRequested);
    m_page.findChild<QPushButton*>(QStringLiteral("createTokenButton"))->click();
    EXPECT_EQ(wishes.count(), 1);
}

} // namespace
} // namespace orangery::test
