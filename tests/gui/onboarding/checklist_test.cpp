// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/checklist.h"

#include "gui/onboarding/checkrow.h"
#include "gui/onboarding/fakes.h"
#include "gui/style/stylefixture.h"
#include "support/waitfor.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

namespace orangery::test {
namespace {

using State = CheckOutcome::State;

class CheckListTest : public StyleFixture
{
protected:
    CheckListTest() : m_list(look) { m_list.offer({Cure::TokenPage, Cure::EditInput}); }

    QString text(Check check, const char* label)
    {
        return m_list.row(check)->findChild<QLabel*>(QLatin1String(label))->text();
    }
    QPushButton* cureButton(Check check)
    {
        QCoreApplication::processEvents(); // what is added to a visible list is shown a turn later
        for (QPushButton* button : m_list.row(check)->findChildren<QPushButton*>()) {
            if (button->objectName().isEmpty() && !button->isHidden())
                return button;
        }
        return nullptr;
    }

    CheckList m_list;
};

TEST_F(CheckListTest, RowsAppearAsTheyBegin)
{
    EXPECT_TRUE(m_list.isHidden());
    EXPECT_EQ(m_list.row(Check::Network), nullptr);
    m_list.showStarted(Check::Network);
    EXPECT_FALSE(m_list.isHidden());
    EXPECT_EQ(m_list.row(Check::Network)->mark(), CheckRow::Mark::Running);
    m_list.showOutcome(passed(Check::Network, "api.example.org", 84));
    EXPECT_EQ(m_list.row(Check::Network)->mark(), CheckRow::Mark::Passed);
    EXPECT_EQ(text(Check::Network, "nameLabel"), QStringLiteral("Network reached"));
    EXPECT_EQ(text(Check::Network, "meaningLabel"), QStringLiteral("api.example.org"));
    EXPECT_EQ(text(Check::Network, "figureLabel"), QStringLiteral("84\u00A0ms"));
}

TEST_F(CheckListTest, AFailedRowOpensItsCure)
{
    m_list.showOutcome(bad(Check::Token, State::Failed, ErrorKind::TokenRefused, 1000));
    CheckRow* row = m_list.row(Check::Token);
    EXPECT_EQ(row->mark(), CheckRow::Mark::Failed);
    EXPECT_TRUE(row->isCureOpen());
    QSignalSpy cures(&m_list, &CheckList::cureRequested);
    ASSERT_NE(cureButton(Check::Token), nullptr);
    cureButton(Check::Token)->click();
    EXPECT_EQ(cures.count(), 1);
    EXPECT_EQ(cures.first().first().value<Cure>(), Cure::TokenPage);
}

TEST_F(CheckListTest, AnOptionalOneOpensItOnDemand)
{
    m_list.showOutcome(bad(Check::Analytics, State::Warning, ErrorKind::PermissionMissing, 10000));
    CheckRow* row = m_list.row(Check::Analytics);
    EXPECT_EQ(row->mark(), CheckRow::Mark::Warning);
    EXPECT_FALSE(row->isCureOpen());
    auto* how = row->findChild<QPushButton*>(QStringLiteral("openCureButton"));
    EXPECT_EQ(how->text(), QStringLiteral("How to add"));
    how->click();
    EXPECT_TRUE(row->isCureOpen());
    how->click();
    EXPECT_FALSE(row->isCureOpen());
}

TEST_F(CheckListTest, ACureThatNobodyCanCarryOutHasNoButton)
{
    m_list.showOutcome(bad(Check::Network, State::Failed, ErrorKind::ProxyFailed));
    EXPECT_TRUE(m_list.row(Check::Network)->isCureOpen());
    EXPECT_EQ(cureButton(Check::Network), nullptr);
}

TEST_F(CheckListTest, RowsSayTheirStateInWords)
{
    m_list.showOutcome(skipped(Check::Account));
    EXPECT_TRUE(m_list.row(Check::Account)->accessibleName().contains(QStringLiteral("not checked")));
    m_list.showOutcome(bad(Check::Account, State::Failed, ErrorKind::WrongAddress));
    EXPECT_TRUE(m_list.row(Check::Account)->accessibleName().contains(QStringLiteral("failed")));
}

TEST_F(CheckListTest, ClearTakesEverythingAwayEvenFromInsideAButton)
{
    m_list.showOutcome(bad(Check::Token, State::Failed, ErrorKind::TokenRefused));
    QObject::connect(&m_list, &CheckList::cureRequested, &m_list, &CheckList::clear);
    cureButton(Check::Token)->click();
    EXPECT_EQ(m_list.row(Check::Token), nullptr);
    EXPECT_TRUE(m_list.isHidden());
    EXPECT_TRUE(waitFor([&] { return m_list.findChildren<CheckRow*>().isEmpty(); }));
}

} // namespace
} // namespace orangery::test
