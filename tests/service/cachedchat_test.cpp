// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/cachedchat.h"

#include <gtest/gtest.h>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

ChatRequest request()
{
    ChatRequest request;
    request.model = u"@cf/zai-org/glm-4.7-flash"_s;
    request.messages = {{.role = ChatRole::User, .text = u"Hello"_s},
                        {.role = ChatRole::Assistant, .text = u"Hi"_s},
                        {.role = ChatRole::User, .text = u"Again"_s}};
    request.seed = 1;
    return request;
}

QByteArray key(const ChatRequest& request, const QString& accountId = u"first"_s)
{
    return cachedchat::keyOf(request, u"localhost"_s, accountId);
}

} // namespace

TEST(CachedChat, KnowsAQuestionByTheReasoningThatIsSentWithIt)
{
    ChatRequest other = request();
    other.messages[1].reasoning = u"They greet me."_s;
    EXPECT_EQ(key(request()), key(request()));
    EXPECT_NE(key(request()), key(other));
}

TEST(CachedChat, AnAdapterIsTheAccountsOwn)
{
    EXPECT_EQ(key(request(), u"first"_s), key(request(), u"second"_s));
    ChatRequest adapted = request();
    adapted.lora = u"mine"_s;
    EXPECT_EQ(key(adapted, u"first"_s), key(adapted, u"first"_s));
    EXPECT_NE(key(adapted, u"first"_s), key(adapted, u"second"_s));
}

} // namespace orangery::test
