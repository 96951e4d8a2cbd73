// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/batchwork.h"

#include <gtest/gtest.h>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

QList<BatchInput> one(const QByteArray& body)
{
    return inputsOf({u"@cf/a/b"_s, {{{}, body}}});
}

Model of(const QString& task)
{
    Model model;
    model.task = task;
    return model;
}

} // namespace

TEST(BatchWork, AChatIsItsTextsAndTheLongestAnswerThatItAsksFor)
{
    const Model model = of(u"Text Generation"_s);
    const QList<BatchInput> request =
        one(R"({"messages":[{"role":"user","content":"a red car"}],"max_tokens":900})");
    const WorkUnits usual = expectedWork(request, model), worst = mostWork(request, model);
    EXPECT_GT(usual.tokens.promptTokens, 2);
    EXPECT_EQ(usual.tokens.completionTokens, 400);
    EXPECT_GT(worst.tokens.promptTokens, usual.tokens.promptTokens);
    EXPECT_EQ(worst.tokens.completionTokens, 900);
    EXPECT_EQ(mostWork(one(R"({"prompt":"a"})"), model).tokens.completionTokens, 256);
    const QByteArray picture = R"({"messages":[{"content":[{"image_url":{"url":"data:image/png;base64,)" +
                               QByteArray(9000, 'A') + R"("}}]}]})";
    EXPECT_EQ(expectedWork(one(picture), model).tokens.promptTokens, 600);
}

TEST(BatchWork, EveryTaskByWhatItIsBilledBy)
{
    const Model translation = of(u"Translation"_s);
    const QList<BatchInput> text = one(R"({"text":"a red car on a long road"})");
    EXPECT_EQ(expectedWork(text, translation).tokens.completionTokens,
              expectedWork(text, translation).tokens.promptTokens);
    EXPECT_EQ(mostWork(text, translation).tokens.completionTokens,
              2 * mostWork(text, translation).tokens.promptTokens);
    EXPECT_EQ(expectedWork(text, of(u"Text Embeddings"_s)).tokens.completionTokens, 0);
    EXPECT_EQ(expectedWork(text, of(u"Text-to-Speech"_s)).characters, 24);
    const Model listening = of(u"Automatic Speech Recognition"_s);
    for (const QByteArray& audio :
         {'"' + QByteArray(64'000, 'A') + '"', R"({"body":")" + QByteArray(64'000, 'A') + R"("})",
          "[1" + QByteArray(",1").repeated(47'999) + ']'}) {
        EXPECT_EQ(expectedWork(one(R"({"audio":)" + audio + '}'), listening).audioSeconds, 3);
        EXPECT_EQ(mostWork(one(R"({"audio":)" + audio + '}'), listening).audioSeconds, 12);
    }
    EXPECT_EQ(expectedWork(one("no JSON"), translation), WorkUnits());
}

} // namespace orangery::test
