// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/sentencesplitter.h"

#include <gtest/gtest.h>

namespace orangery {

using namespace Qt::StringLiterals;

TEST(SentenceSplitter, GivesFinishedSentencesOnly)
{
    SentenceSplitter splitter;
    EXPECT_EQ(splitter.add(u"It costs 4.5 n"_s), QString());
    EXPECT_EQ(splitter.add(u"."_s), QString()) << "a digit may follow";
    EXPECT_EQ(splitter.add(u" Good. And"_s), u"It costs 4.5 n. Good."_s);
    EXPECT_EQ(splitter.add(u" so\n"_s), u"And so"_s);
    EXPECT_EQ(splitter.add(u"\u4f60\u597d\u3002\u518d"_s), u"\u4f60\u597d\u3002"_s);
    EXPECT_EQ(splitter.takeRest(), u"\u518d"_s);
    EXPECT_EQ(splitter.takeRest(), QString());
}

} // namespace orangery
