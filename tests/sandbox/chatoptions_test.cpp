// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>

namespace orangery::test {

using namespace Qt::StringLiterals;

class ChatOptionsWire : public SandboxTest
{
protected:
    static QByteArray picture(int width, int height, const char* format)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        QImage image(width, height, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        EXPECT_TRUE(image.save(&buffer, format));
        return bytes;
    }
    static QByteArray withPicture(const QByteArray& url)
    {
        return R"({"messages":[{"role":"user","content":[{"type":"text","text":"what is it"},)"
               R"({"type":"image_url","image_url":{"url":")" +
               url + R"("}}]}],"max_tokens":2000})";
    }
    void paid() { sandbox->setPlan(SandboxOptions::Plan::Paid); }
    const QString scout = u"@cf/meta/llama-4-scout-17b-16e-instruct"_s;
    const QString kimi = u"@cf/moonshotai/kimi-k2.6"_s;
};

TEST_F(ChatOptionsWire, PicturesAreLookedAt)
{
    const QByteArray png = "data:image/png;base64," + picture(640, 480, "PNG").toBase64();
    const QJsonValue result = run(scout, withPicture(png)).json()["result"_L1];
    EXPECT_TRUE(result["response"_L1].toString().contains(u"Pictures attached: 1 (640×480 png)."));
    const QByteArray jpeg = "data:image/jpeg;base64," + picture(1200, 500, "JPG").toBase64();
    const QJsonValue other = run(scout, withPicture(jpeg)).json()["result"_L1];
    EXPECT_TRUE(other["response"_L1].toString().contains(u"(1200×500 jpeg)"));
    EXPECT_EQ(other["usage"_L1]["prompt_tokens"_L1].toInt() - result["usage"_L1]["prompt_tokens"_L1].toInt(),
              256)
        << "three tiles of 512×512 against two";
}

TEST_F(ChatOptionsWire, PicturesThatAreRefused)
{
    const QByteArray good = "data:image/png;base64," + picture(8, 8, "PNG").toBase64();
    EXPECT_EQ(run(llama, withPicture(good)).code(), 5006) << "a model without eyes";
    EXPECT_EQ(run(scout, withPicture("https://example.org/a.png")).code(), 5006);
    EXPECT_EQ(run(scout, withPicture("data:image/png;base64,@@@")).code(), 5004);
    EXPECT_EQ(run(scout, withPicture("data:image/png;base64,AAAA")).code(), 5004) << "no picture";
    EXPECT_EQ(run(scout, withPicture("data:text/plain,hello")).code(), 5004);
    EXPECT_EQ(run(scout, R"({"messages":[{"role":"user","content":[{"type":"image_url"}]}]})").code(), 5006);
    EXPECT_EQ(sandbox->quotaUsed(), 0);
}

TEST_F(ChatOptionsWire, LlamaVisionTakesAPictureBesideTheMessages)
{
    const QString vision = u"@cf/meta/llama-3.2-11b-vision-instruct"_s;
    run(vision, R"({"prompt":"agree"})");
    QJsonArray numbers;
    for (const char byte : picture(30, 20, "PNG"))
        numbers.append(static_cast<quint8>(byte));
    const QString base64 = QString::fromLatin1(picture(30, 20, "PNG").toBase64());
    for (const QJsonValue& image : {QJsonValue(numbers), QJsonValue(base64)}) {
        const QJsonObject body{{u"prompt"_s, u"look"_s}, {u"image"_s, image}, {u"max_tokens"_s, 2000}};
        const WireReply reply = run(vision, compact(body));
        EXPECT_TRUE(reply.json()["result"_L1]["response"_L1].toString().contains(u"(30×20 png)"));
    }
    EXPECT_EQ(run(vision, R"({"prompt":"look","image":[1,2,300]})").code(), 5006);
    EXPECT_EQ(run(vision, R"({"prompt":"look","image":[1,2,3]})").code(), 5004);
}

TEST_F(ChatOptionsWire, EffortMakesTheReasoningLonger)
{
    paid();
    const auto length = [&](const QString& model, const QByteArray& effort) {
        const QJsonValue message =
            run(model, R"({"messages":[{"role":"user","content":"hi"}],"reasoning_effort":)" + effort + "}")
                .json()["result"_L1]["choices"_L1][0]["message"_L1];
        return message["reasoning_content"_L1].toString().size() + message["reasoning"_L1].toString().size();
    };
    const QString oss = u"@cf/openai/gpt-oss-20b"_s;
    EXPECT_LT(length(oss, R"("low")"), length(oss, R"("medium")"));
    EXPECT_LT(length(oss, R"("medium")"), length(oss, R"("high")"));
    EXPECT_GT(length(oss, R"("none")"), 0) << "cannot be switched off";
    EXPECT_EQ(length(kimi, R"("none")"), 0);
    EXPECT_EQ(length(kimi, R"("low")"), length(kimi, R"("high")")) << "mapped, not refused";
    EXPECT_EQ(run(oss, R"({"messages":[{"role":"user","content":"hi"}],"reasoning_effort":"very"})").code(),
              5006);
}

TEST_F(ChatOptionsWire, APrefixIsCachedForItsSession)
{
    paid();
    const QByteArray body = R"({"messages":[{"role":"system","content":")" + QByteArray(800, 's') +
                            R"("},{"role":"user","content":"one"}],"max_tokens":20})";
    const QByteArray next = QByteArray(body).replace("one", "two");
    const auto usage = [&](const QByteArray& sent, const QList<QByteArray>& headers) {
        const WireReply reply = run(kimi, sent, headers);
        const QJsonValue told = reply.json()["result"_L1]["usage"_L1];
        return std::pair(told["prompt_tokens_details"_L1]["cached_tokens"_L1].toInt(),
                         reply.header("cf-ai-neurons").toDouble());
    };
    const auto first = usage(body, {"x-session-affinity: chat-1"});
    const auto second = usage(next, {"x-session-affinity: chat-1"});
    EXPECT_EQ(first.first, 0);
    EXPECT_EQ(second.first, 192) << "whole blocks of 16 of about 200 tokens";
    EXPECT_NEAR(first.second - second.second, 192 * (86364 - 14545) / 1e6, 1e-6);
    EXPECT_EQ(usage(next, {"x-session-affinity: chat-2"}).first, 0) << "another instance";
    EXPECT_EQ(usage(next, {}).first, 0);
    EXPECT_FALSE(run(llama, R"({"prompt":"x"})").body.contains("cached_tokens"));
}

TEST_F(ChatOptionsWire, BusyWaitsUnlessToldNotTo)
{
    const QByteArray patient = R"({"prompt":"x"})";
    const QByteArray hasty = R"({"prompt":"x","options":{"rejectIfBusy":true}})";
    EXPECT_EQ(run(llama, hasty).status, 200) << "nobody is busy";
    sandbox->setFault(u"busy:1"_s, 0);
    EXPECT_EQ(run(llama, patient).status, 200);
    const WireReply refused = run(llama, hasty);
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.code(), 3040);
    EXPECT_EQ(chat(R"({"model":"@cf/meta/llama-3.2-1b-instruct","messages":[{"role":"user","content":"x"}],)"
                   R"("options":{"rejectIfBusy":true}})")
                  .status,
              429);
    sandbox->clearFaults();
    EXPECT_EQ(run(llama, R"({"prompt":"x","options":{"rejectIfBusy":1}})").code(), 5006);
    EXPECT_EQ(run(llama, R"({"prompt":"x","options":true})").code(), 5006);
}

TEST_F(ChatOptionsWire, RangesDependOnTheFamily)
{
    const auto status = [&](const QString& model, const QByteArray& option) {
        return run(model, R"({"messages":[{"role":"user","content":"x"}],)" + option + "}").status;
    };
    EXPECT_EQ(status(llama, R"("temperature":3)"), 200);
    EXPECT_EQ(status(glm, R"("temperature":3)"), 400);
    EXPECT_EQ(status(llama, R"("seed":0)"), 400);
    EXPECT_EQ(status(glm, R"("seed":0)"), 200);
    EXPECT_EQ(status(llama, R"("temperature":null)"), 400);
    EXPECT_EQ(status(glm, R"("temperature":null)"), 200);
    EXPECT_EQ(status(llama, R"("top_p":0.0005)"), 400);
    EXPECT_EQ(status(llama, R"("raw":"yes")"), 400);
    EXPECT_EQ(run(glm, R"({"prompt":"x"})").code(), 5006) << "chat-style models take messages only";
}

} // namespace orangery::test
