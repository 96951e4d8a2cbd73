// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answertext.h"
#include "sandbox/prompthints.h"
#include "sandbox/tokens.h"

#include <QRegularExpression>
#include <gtest/gtest.h>

namespace orangery::sandbox {

using namespace Qt::StringLiterals;

QString answer(const QString& prompt)
{
    return answerText({.model = u"@cf/x/y"_s, .prompt = prompt});
}

TEST(SandboxText, TokensJoinToTheText)
{
    const QString text = u"Hello, wörld! 你好 🌳🌳 عربي\n"_s;
    EXPECT_EQ(tokens(text).join(QString()), text);
    EXPECT_EQ(tokens(text).size(), tokenCount(text));
    EXPECT_EQ(tokens(u"abcdefgh"_s), (QStringList{u"abcd"_s, u"efgh"_s}));
    EXPECT_EQ(tokens(u"ab你好cd"_s), (QStringList{u"ab"_s, u"你"_s, u"好"_s, u"cd"_s}));
    EXPECT_EQ(tokens(u"🌳🌳"_s).size(), 2);
    for (const QString& token : tokens(u"a🌳b🌳"_s))
        EXPECT_FALSE(token.endsWith(u'\xd83c')) << "never half a character";
    EXPECT_EQ(firstTokens(u"abcdefgh"_s, 1), u"abcd");
}

TEST(SandboxText, EveryAnswerSaysWhoWroteIt)
{
    for (const QString& prompt : {QString(), u"hi"_s, u"echo: x"_s, u"write 5 words"_s})
        EXPECT_TRUE(answer(prompt).startsWith(u"> Sandbox answer, not written by a model.\n\n"));
    EXPECT_TRUE(answer(u"Wie ist das Wetter?"_s).startsWith(u"> Antwort der Sandbox"));
    EXPECT_TRUE(answer(u"今天天气怎么样"_s).startsWith(u"> 沙盒的回答"));
}

TEST(SandboxText, PromptIsQuotedAndObeyed)
{
    EXPECT_TRUE(answer(u"first\nsecond"_s).contains(u"> first\n> second"));
    const QString table = answer(u"give me a table"_s);
    EXPECT_TRUE(table.contains(u"| --- | :-- | --: |"));
    EXPECT_FALSE(table.contains(u"```"));
    const QString code = answer(u"some python code"_s);
    EXPECT_TRUE(code.contains(u"```python\n"));
    EXPECT_FALSE(code.contains(u"| ---"));
    const QString list = answer(u"make a list"_s);
    EXPECT_TRUE(list.contains(u"\n- ") && list.contains(u"\n1. "));
    const QString everything = answer(u"hello"_s);
    EXPECT_TRUE(everything.contains(u"| ---") && everything.contains(u"```") && everything.contains(u"\n- "));
    EXPECT_EQ(answer(u"echo: **as is** <b>"_s),
              u"> Sandbox answer, not written by a model.\n\n**as is** <b>");
    EXPECT_EQ(answer(u"hello"_s), answer(u"hello"_s));
}

TEST(SandboxText, LanguageFollowsThePrompt)
{
    EXPECT_EQ(PromptHints::of(u"answer in German"_s).language, Language::German);
    EXPECT_EQ(PromptHints::of(u"bitte auf Englisch"_s).language, Language::English);
    EXPECT_EQ(PromptHints::of(u"answer in Chinese"_s).language, Language::Chinese);
    EXPECT_EQ(PromptHints::of(u"Erzähl von Bäumen"_s).language, Language::German);
    EXPECT_EQ(PromptHints::of(u"tell me about trees"_s).language, Language::English);
}

TEST(SandboxText, LengthFollowsThePrompt)
{
    const auto words = [](const QString& text) {
        return text.mid(text.indexOf(u"\n\n"))
            .split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts)
            .size();
    };
    // A fence that the cut left open is closed by one more mark.
    EXPECT_NEAR(words(answer(u"write 40 words"_s)), 40, 1);
    EXPECT_NEAR(words(answer(u"write 1,000 words"_s)), 1000, 1);
    EXPECT_NEAR(words(answer(u"Schreibe 500 Wörter"_s)), 500, 1);
    EXPECT_EQ(answer(u"write 3000 lines of code"_s).count(u"\nstep_"), 3000);
    const QString label = u"> Sandbox answer, not written by a model.\n\n"_s;
    EXPECT_EQ(tokenCount(answer(u"write 2000 tokens"_s).mid(label.size())), 2000);
    EXPECT_LE(PromptHints::of(u"write 99999999999999999999 words"_s).words, 100'000);
    EXPECT_EQ(answer(u"write 5000 words"_s).count(u"```") % 2, 0);
}

TEST(SandboxText, OddPromptsDoNotHurt)
{
    for (const QString& prompt : {QString(1'000'000, u'x'), QString(300, QChar(0xD83C)), u"%1 %2 %99"_s,
                                  u"\u202e\u0000"_s, QString(100'000, u'\n')})
        EXPECT_GT(answer(prompt).size(), 100);
    EXPECT_TRUE(answer(u"%1 %2"_s).contains(u"> %1 %2"));
}

} // namespace orangery::sandbox
