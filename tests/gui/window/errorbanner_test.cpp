// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/errorbanner.h"

#include "core/errortable.h"

#include <gtest/gtest.h>

namespace orangery::test {

TEST(ErrorBanner, OfEveryKindHasATitleASentenceAndAtMostTwoCures)
{
    for (const ErrorFacts& facts : allErrorFacts()) {
        const BannerMessage message = ErrorBanner::of(Error::of(facts.kind, QStringLiteral("raw")));
        EXPECT_FALSE(message.title.isEmpty()) << facts.name;
        EXPECT_EQ(message.text, sentenceOf(facts.kind)) << facts.name;
        EXPECT_EQ(message.details, QStringLiteral("raw")) << facts.name;
        EXPECT_LE(message.actions.size(), 2) << facts.name;
        EXPECT_EQ(message.actions.size(), ErrorBanner::curesFor(facts.kind).size()) << facts.name;
        for (const BannerAction& action : message.actions)
            EXPECT_FALSE(action.text.isEmpty()) << facts.name;
        EXPECT_EQ(message.id, ErrorBanner::idOf(facts.kind));
    }
}

} // namespace orangery::test
