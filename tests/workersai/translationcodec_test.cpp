// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/languagecodes.h"
#include "workersai/summarycodec.h"
#include "workersai/textmodels.h"
#include "workersai/translationcodec.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using Type = Parameter::Type;

Model m2m100()
{
    return modelWith(QStringLiteral("@cf/meta/m2m100-1.2b"),
                     {of(QStringLiteral("text"), Type::Text), of(QStringLiteral("source_lang"), Type::Text),
                      of(QStringLiteral("target_lang"), Type::Text)});
}

Model indictrans2()
{
    return modelWith(
        QStringLiteral("@cf/ai4bharat/indictrans2-en-indic-1B"),
        {of(QStringLiteral("text"), Type::List),
         of(QStringLiteral("target_language"), Type::Choice,
            {QStringLiteral("hin_Deva"), QStringLiteral("mni_Mtei"), QStringLiteral("eng_Latn")})});
}

TranslationRequest from(const char* source, const char* target,
                        const QStringList& texts = {QStringLiteral("Hello")})
{
    return {{}, texts, QString::fromLatin1(source), QString::fromLatin1(target)};
}

std::string encoded(const TranslationRequest& request, const Model& model)
{
    const auto body = translationcodec::encode(request, model);
    return body ? body->toStdString() : "refused";
}

TEST(TranslationEncode, ManyToMany)
{
    for (const Model& model : {m2m100(), Model()}) {
        EXPECT_EQ(encoded(from("en", "de"), model),
                  R"({"source_lang":"en","target_lang":"de","text":"Hello"})");
        EXPECT_EQ(encoded(from("pt-BR", "zh_Hans_CN"), model),
                  R"({"source_lang":"pt","target_lang":"zh","text":"Hello"})");
        EXPECT_FALSE(translationcodec::takesLists(model));
    }
}

TEST(TranslationEncode, FromEnglishToIndicLanguages)
{
    EXPECT_TRUE(translationcodec::takesLists(indictrans2()));
    EXPECT_EQ(encoded(from("en-GB", "hi", {QStringLiteral("a"), QStringLiteral("b")}), indictrans2()),
              R"({"target_language":"hin_Deva","text":["a","b"]})");
    EXPECT_EQ(encoded(from("en", "mni_Mtei"), indictrans2()),
              R"({"target_language":"mni_Mtei","text":["Hello"]})");
    for (const auto& [source, target] :
         {std::pair("de", "hi"), {"en", "de"}, {"en", "ta"}, {"en", "en"}, {"", "hi"}, {"en", ""}})
        EXPECT_EQ(encoded(from(source, target), indictrans2()), "refused") << source << target;
}

TEST(TranslationEncode, WhatCannotBeTranslatedIsRefused)
{
    for (const TranslationRequest& request :
         {from("en", "de", {}), from("en", "de", {QString()}), from("en", "de", {QStringLiteral(" \n")}),
          from("", "de"), from("auto", "de"), from("en", ""), from("en", "x"), from("e1", "de"),
          from("en", "de", {QStringLiteral("a"), QStringLiteral("b")})}) {
        const auto body = translationcodec::encode(request, m2m100());
        ASSERT_FALSE(body) << request.source.toStdString() << request.target.toStdString();
        EXPECT_EQ(body.error().kind, ErrorKind::InvalidInput);
        EXPECT_FALSE(body.error().message.isEmpty());
    }
    EXPECT_EQ(encoded(from("en", "hi", {QStringLiteral("a"), QString()}), indictrans2()), "refused");
}

TEST(LanguageCodes, IsoOfATag)
{
    for (const auto& [tag, code] : {std::pair("de", "de"),
                                    {"DE-at", "de"},
                                    {" en_US ", "en"},
                                    {"iw", "he"},
                                    {"nb-NO", "no"},
                                    {"fil", "tl"},
                                    {"ceb", "ceb"},
                                    {"auto", ""},
                                    {"english", ""},
                                    {"", ""},
                                    {"-", ""},
                                    {"ж1", ""}})
        EXPECT_EQ(languagecodes::iso639(QString::fromUtf8(tag)).toStdString(), code) << tag;
}

TEST(LanguageCodes, FloresOfATag)
{
    for (const auto& [tag, code] : {std::pair("hi", "hin_Deva"),
                                    {"hi-IN", "hin_Deva"},
                                    {"ne", "npi_Deva"},
                                    {"or", "ory_Orya"},
                                    {"pa", "pan_Guru"},
                                    {"kok", "gom_Deva"},
                                    {"ks", "kas_Arab"},
                                    {"ks-Deva", "kas_Deva"},
                                    {"sd_deva_IN", "snd_Deva"},
                                    {"sd", "snd_Arab"},
                                    {"mni-Mtei", "mni_Mtei"},
                                    {"tam_Taml", "tam_Taml"},
                                    {"en", "eng_Latn"},
                                    {"ta-Deva", ""},
                                    {"de", ""},
                                    {"", ""}})
        EXPECT_EQ(languagecodes::flores(QString::fromLatin1(tag)).toStdString(), code) << tag;
}

TEST(TranslationDecode, BothForms)
{
    const auto one = translationcodec::decode(
        R"({"result":{"translated_text":"Grüße","usage":{"prompt_tokens":3,"completion_tokens":4}},"success":true})",
        1);
    ASSERT_TRUE(one);
    EXPECT_EQ(one->texts, (QStringList{QStringLiteral("Grüße")}));
    EXPECT_EQ(one->usage, (TokenUsage{3, 4, 0}));
    const auto two = translationcodec::decode(R"({"result":{"translations":["a","b"]}})", 2);
    ASSERT_TRUE(two);
    EXPECT_EQ(two->texts, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
}

TEST(TranslationDecode, AnythingElseIsInvalid)
{
    for (const QByteArray body :
         {"", "x", "[]", "{}", R"({"result":null})", R"({"result":{"translated_text":null}})",
          R"({"result":{"translated_text":5}})", R"({"result":{"translations":[]}})",
          R"({"result":{"translations":["a","b"]}})", R"({"result":{"translations":[null]}})",
          R"({"result":{"translations":"a"}})", R"({"result":{"translated_text":"a)"}) {
        const auto reply = translationcodec::decode(body, 1);
        ASSERT_FALSE(reply) << body.toStdString();
        EXPECT_EQ(reply.error().kind, ErrorKind::InvalidAnswer);
    }
}

TEST(SummaryEncode, TheTextAndItsLength)
{
    EXPECT_EQ(summarycodec::encode({{}, QStringLiteral("Long"), {}}, {})->toStdString(),
              R"({"input_text":"Long"})");
    EXPECT_EQ(summarycodec::encode({{}, QStringLiteral("Long"), -3}, {})->toStdString(),
              R"({"input_text":"Long","max_length":1})");
    EXPECT_EQ(summarycodec::encode({{}, QString(), {}}, {}).error().kind, ErrorKind::InvalidInput);
}

TEST(SummaryDecode, TheSummaryOrNothing)
{
    EXPECT_EQ(summarycodec::decode(R"({"result":{"summary":"Short"},"success":true})")->text,
              QStringLiteral("Short"));
    for (const QByteArray body : {"", "x", "[]", "{}", R"({"result":{"summary":""}})", R"({"result":"x"})",
                                  R"({"result":{"summary":null}})", R"({"summary":["x"]})"}) {
        const auto reply = summarycodec::decode(body);
        ASSERT_FALSE(reply) << body.toStdString();
        EXPECT_EQ(reply.error().kind, ErrorKind::InvalidAnswer);
    }
}

} // namespace
} // namespace orangery::test
