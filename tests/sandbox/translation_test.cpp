// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/phrasebook.h"
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class TranslationWire : public SandboxTest
{
protected:
    QString translated(const QByteArray& text, const QByteArray& rest) const
    {
        return run(m2m, R"({"text":")" + text + R"(",)" + rest + "}")
            .json()["result"_L1]["translated_text"_L1]
            .toString();
    }
    const QString m2m = u"@cf/meta/m2m100-1.2b"_s;
    const QString indic = u"@cf/ai4bharat/indictrans2-en-indic-1B"_s;
};

TEST_F(TranslationWire, KnownSentences)
{
    EXPECT_EQ(translated("Good morning.", R"("target_lang":"de")"), u"Guten Morgen.") << "from en by default";
    EXPECT_EQ(translated("Guten Morgen.", R"("source_lang":"de","target_lang":"fr")"), u"Bonjour.");
    EXPECT_EQ(translated("早上好。", R"("source_lang":"zh","target_lang":"ar")"), u"صباح الخير.");
    EXPECT_EQ(translated("Where is the train station?", R"("target_lang":"ja")"), u"駅はどこですか？");
    EXPECT_EQ(translated("Hello, how are you? Good night.", R"("target_lang":"es")"),
              u"Hola, ¿cómo estás? Buenas noches.");
    EXPECT_EQ(translated("where is the train station", R"("target_lang":"de")"), u"Wo ist der Bahnhof");
    EXPECT_EQ(translated("Good morning.", R"("source_lang":"english","target_lang":"German")"),
              u"Guten Morgen.")
        << "full names are taken, too";
    EXPECT_EQ(translated("Good night.", R"("source_lang":"en","target_lang":"en")"), u"Good night.");
}

TEST_F(TranslationWire, WordsAndWhatIsNotKnown)
{
    EXPECT_EQ(translated("The red house and the old tree.", R"("target_lang":"de")"),
              u"Die rot Haus und die alt Baum.");
    EXPECT_EQ(translated("Quarterly revenue exceeded expectations.", R"("target_lang":"de")"),
              u"[en→de] Quarterly revenue exceeded expectations.");
    EXPECT_EQ(translated("Good morning.\\n\\nQuarterly revenue exceeded __1__.", R"("target_lang":"it")"),
              u"Buongiorno.\n\n[en→it] Quarterly revenue exceeded __1__.")
        << "line ends and marks stay";
    EXPECT_EQ(translated("Good morning.", R"("target_lang":"fi")"), u"[en→fi] Good morning.");
}

TEST_F(TranslationWire, CostsBothDirections)
{
    const WireReply reply = run(m2m, R"({"text":"Good night.","target_lang":"de"})");
    const QJsonValue usage = reply.json()["result"_L1]["usage"_L1];
    EXPECT_EQ(usage["prompt_tokens"_L1].toInt(), 3);
    EXPECT_EQ(usage["completion_tokens"_L1].toInt(), 3);
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0.1863") << "6 tokens at 31050 a million";
}

TEST_F(TranslationWire, WrongInputs)
{
    for (const QByteArray body :
         {R"({"text":"a"})", R"({"target_lang":"de"})", R"({"text":"","target_lang":"de"})",
          R"({"text":["a"],"target_lang":"de"})", R"({"text":"a","target_lang":"xx"})",
          R"({"text":"a","source_lang":"auto","target_lang":"de"})",
          R"({"text":"a","target_language":"hin_Deva"})"})
        EXPECT_EQ(run(m2m, body).code(), 5006) << body.toStdString();
    for (const QByteArray body :
         {R"({"text":"a","target_lang":"hi"})", R"({"text":"a","target_language":"hi"})",
          R"({"text":[],"target_language":"hin_Deva"})"})
        EXPECT_EQ(run(indic, body).code(), 5006) << body.toStdString();
    EXPECT_EQ(sandbox->quotaUsed(), 0);
}

TEST_F(TranslationWire, IndicModelsHaveTheirOwnFields)
{
    const QJsonValue many =
        run(indic, R"({"text":["Good morning.","Quarterly revenue"],"target_language":"hin_Deva"})")
            .json()["result"_L1]["translations"_L1];
    EXPECT_EQ(many[0].toString(), u"सुप्रभात।");
    EXPECT_EQ(many[1].toString(), u"[eng_Latn→hin_Deva] Quarterly revenue");
    const QJsonValue one = run(indic, R"({"text":"Good morning.","target_language":"tam_Taml"})")
                               .json()["result"_L1]["translations"_L1];
    EXPECT_EQ(one.toArray().size(), 1);
    EXPECT_EQ(one[0].toString(), u"[eng_Latn→tam_Taml] Good morning.");
}

TEST_F(TranslationWire, QuotaAndFaultsReachEveryTask)
{
    sandbox->setFault(u"3040"_s, 1);
    EXPECT_EQ(run(m2m, R"({"text":"a","target_lang":"de"})").code(), 3040);
    sandbox->setQuotaUsed(10'000);
    EXPECT_EQ(run(m2m, R"({"text":"a","target_lang":"de"})").code(), 3036);
    EXPECT_EQ(run(indic, R"({"text":"a","target_language":"hin_Deva"})").code(), 3036);
}

TEST(Phrasebook, EverySentenceFindsItsWayBack)
{
    const auto& book = sandbox::Phrasebook::shared();
    const QString german = book.translated(u"The orange tree blossoms in spring."_s, u"en"_s, u"de"_s);
    EXPECT_EQ(german, u"Der Orangenbaum blüht im Frühling.");
    for (const char* code :
         {"fr", "es", "it", "pt", "nl", "sv", "pl", "cs", "ru", "tr", "ar", "zh", "ja", "ko", "hi"}) {
        const QString language = QLatin1String(code);
        const QString there = book.translated(german, u"de"_s, language);
        EXPECT_FALSE(there.startsWith(u'[')) << code;
        EXPECT_EQ(book.translated(there, language, u"de"_s), german) << code;
    }
}

} // namespace orangery::test
