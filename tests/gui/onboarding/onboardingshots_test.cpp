// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures to hold beside the mock-ups, and what they must show whatever the theme.
#include "gui/onboarding/onboardingfixture.h"

#include <QScrollArea>
#include <QScrollBar>

namespace orangery::test {
namespace {

class OnboardingShots : public OnboardingFixture, public testing::WithParamInterface<Theme::Choice>
{
protected:
    void SetUp() override { theme.setChoice(GetParam()); }

    /// The usual steps fit; only a page with many complaints may scroll.
    void shoot(const char* name, bool mayScroll = false)
    {
        for (int turn = 0; turn < 10; ++turn) // a layout in a layout settles a turn later
            QApplication::processEvents();
        const QImage image = m_dialog->grab().toImage();
        EXPECT_GT(count(image, rgb(Token::Leaf)), 500) << "the primary button";
        for (const QScrollArea* area : m_dialog->findChildren<QScrollArea*>()) {
            if (area->isVisible() && !mayScroll) {
                EXPECT_EQ(area->verticalScrollBar()->maximum(), 0) << name;
            }
        }
        const QString folder = qEnvironmentVariable("ORANGERY_SCREENSHOTS");
        if (!folder.isEmpty())
            image.save(QStringLiteral("%1/%2-%3.png")
                           .arg(folder, QLatin1String(name),
                                theme.isDark() ? QStringLiteral("dark") : QStringLiteral("light")));
    }
};

TEST_P(OnboardingShots, ThreeSteps)
{
    open();
    shoot("first-run-0-empty");
    edit("tokenEdit").setText(someToken());
    edit("accountEdit").setText(QStringLiteral("https://dash.cloudflare.com/%1/ai/workers-ai").arg(someId()));
    shoot("first-run-1");
    button("nextButton").click();
    m_check->reportUsable();
    shoot("first-run-2");
    button("nextButton").click();
    shoot("first-run-3-before");
    button("sendButton").click();
    m_question->reply(QStringLiteral(
        "An orangery was a tall-windowed building in which citrus trees spent the winter, safe "
        "from frost, before going back outdoors in spring."));
    shoot("first-run-3");
}

TEST_P(OnboardingShots, WhatGoesWrong)
{
    m_accounts.saveProblem = Error::of(ErrorKind::KeychainUnavailable);
    open();
    edit("tokenEdit").setText(QStringLiteral("n\u00F6t a token"));
    edit("accountEdit")
        .setText(QStringLiteral("https://gateway.example.org/client/v4/accounts/%1/ai").arg(someId()));
    shoot("first-run-1-problems", true);
    edit("tokenEdit").setText(someToken());
    edit("accountEdit").clear();
    button("nextButton").click();
    m_check->report({passed(Check::Network, "api.cloudflare.com", 84),
                     bad(Check::Token, CheckOutcome::State::Failed, ErrorKind::TokenRefused, 1000),
                     skipped(Check::Account), skipped(Check::WorkersAi), skipped(Check::Analytics)});
    shoot("first-run-2-failed");
    button("againButton").click();
    m_check->reportUsable();
    shoot("first-run-2-nokeychain");
    m_dialog->reject();
    shoot("first-run-2-asks");
}

TEST_P(OnboardingShots, RightToLeftAndLargeText)
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    theme.setSize(18);
    open();
    shoot("first-run-rtl", true);
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

INSTANTIATE_TEST_SUITE_P(Themes, OnboardingShots, testing::Values(Theme::Choice::Light, Theme::Choice::Dark));

} // namespace
} // namespace orangery::test
