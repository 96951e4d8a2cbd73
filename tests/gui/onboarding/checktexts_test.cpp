// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/checktexts.h"

#include "core/errortable.h"
#include "gui/onboarding/fakes.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using State = CheckOutcome::State;

TEST(CheckTexts, EveryFailureHasACauseAndEveryCureAButton)
{
    for (const ErrorFacts& facts : allErrorFacts()) {
        for (const Check check : {Check::Network, Check::Token, Check::Account, Check::WorkersAi}) {
            const CheckOutcome outcome = bad(check, State::Failed, facts.kind);
            EXPECT_FALSE(checktexts::cureText(outcome).isEmpty()) << facts.name;
            const Cure cure = checktexts::cureOf(outcome);
            EXPECT_EQ(checktexts::cureButton(cure).isEmpty(), cure == Cure::None) << facts.name;
        }
    }
}

TEST(CheckTexts, NothingIsCuredThatIsNotWrong)
{
    EXPECT_TRUE(checktexts::cureText(passed(Check::Token, "fine", 1)).isEmpty());
    EXPECT_TRUE(checktexts::cureText(skipped(Check::Token)).isEmpty());
    EXPECT_EQ(checktexts::cureOf(skipped(Check::Token)), Cure::None);
}

TEST(CheckTexts, NamesThePermissionThatIsMissing)
{
    EXPECT_TRUE(checktexts::cureText(bad(Check::WorkersAi, State::Failed, ErrorKind::PermissionMissing))
                    .contains(QStringLiteral("Workers AI: Read")));
    EXPECT_TRUE(checktexts::cureText(bad(Check::Analytics, State::Warning, ErrorKind::PermissionMissing))
                    .contains(QStringLiteral("Account Analytics: Read")));
    EXPECT_FALSE(checktexts::cureText(bad(Check::Analytics, State::Warning, ErrorKind::Offline))
                     .contains(QStringLiteral("Account Analytics: Read")));
}

TEST(CheckTexts, TheFigureIsTimeOrCode)
{
    EXPECT_EQ(checktexts::figure(passed(Check::Token, "", 112)), QStringLiteral("112\u00A0ms"));
    EXPECT_EQ(checktexts::figure(bad(Check::Token, State::Failed, ErrorKind::TokenRefused, 10000)),
              QStringLiteral("code 10000"));
    CheckOutcome http = bad(Check::Token, State::Failed, ErrorKind::TokenRefused);
    http.error->httpStatus = 403;
    EXPECT_EQ(checktexts::figure(http), QStringLiteral("HTTP 403"));
    EXPECT_EQ(checktexts::figure(skipped(Check::Token)), QString());
}

TEST(CheckTexts, SummaryCounts)
{
    Diagnosis diagnosis;
    diagnosis.checks = {passed(Check::Network, "", 1), passed(Check::Token, "", 1)};
    EXPECT_EQ(checktexts::summary(diagnosis), QStringLiteral("2 checks passed. No neurons were spent."));
    diagnosis.checks.append(bad(Check::Analytics, State::Warning, ErrorKind::PermissionMissing));
    EXPECT_EQ(checktexts::summary(diagnosis),
              QStringLiteral("2 checks passed, 1 is optional. No neurons were spent."));
    diagnosis.checks = {passed(Check::Network, "", 1),
                        bad(Check::Token, State::Failed, ErrorKind::TokenRefused)};
    EXPECT_EQ(checktexts::summary(diagnosis),
              QStringLiteral("1 check passed, 1 failed. No neurons were spent."));
}

} // namespace
} // namespace orangery::test
