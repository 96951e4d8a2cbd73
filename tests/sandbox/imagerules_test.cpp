// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class ImageRulesWire : public MediaTest
{
protected:
    void expectRefused(const WireReply& reply, int status, int code, const QByteArray& what) const
    {
        EXPECT_EQ(reply.status, status) << what.left(200).toStdString();
        EXPECT_EQ(reply.code(), code) << what.left(200).toStdString();
        EXPECT_TRUE(reply.json()["errors"_L1][0]["message"_L1].toString().startsWith(u"AiError: "));
        EXPECT_TRUE(reply.header("cf-ai-neurons").isNull());
        EXPECT_EQ(sandbox->state()["booked"_L1]["calls"_L1].toInt(), 0);
    }
    void expectBad(const QString& model, const QByteArray& body, int status = 400, int code = 5006) const
    {
        expectRefused(run(model, body), status, code, model.toUtf8() + body);
    }
};

TEST_F(ImageRulesWire, SchnellIsStrict)
{
    for (const char* body :
         {"{}", R"({"prompt":""})", R"({"prompt":7})", R"({"prompt":"x","steps":9})",
          R"({"prompt":"x","steps":1.5})", R"({"prompt":"x","steps":"4"})", R"({"prompt":"x","width":512})",
          R"({"prompt":"x","seed":1})", R"({"prompt":"x","num_steps":4})", "[]", "nonsense"})
        expectBad(schnell, body);
    expectBad(schnell, R"({"prompt":")" + QByteArray(2049, 'x') + "\"}");
    expectBad(schnell, "", 400, 3003);
    expectBad(schnell, R"({"prompt":"an nsfw-test picture"})", 400, 3030);
    EXPECT_EQ(run(schnell, R"({"prompt":"x","steps":1,"options":{"rejectIfBusy":true}})").status, 200);
}

TEST_F(ImageRulesWire, RangesOfTheOthers)
{
    for (const char* body : {R"({"prompt":"x","width":255})", R"({"prompt":"x","height":2049})",
                             R"({"prompt":"x","num_steps":21})", R"({"prompt":"x","guidance":"7"})",
                             R"({"prompt":"x","strength":"1"})", R"({"prompt":"x","seed":1.5})",
                             R"({"prompt":"x","image":"abc"})", R"({"prompt":"x","image":[1,256]})",
                             R"({"prompt":"x","image":[1,2]})", R"({"prompt":"x","image_b64":"AAAA"})",
                             R"({"prompt":"x","mask":[0]})"})
        expectBad(dreamshaper, body);
    expectBad(dreamshaper, R"({"prompt":"x","image_b64":"not base64!"})", 400, 5004);
    const QString lucid = u"@cf/leonardo/lucid-origin"_s;
    for (const char* body :
         {R"({"prompt":"x","guidance":10.1})", R"({"prompt":"x","width":2501})",
          R"({"prompt":"x","steps":41})", R"({"prompt":"x","num_steps":0})", R"({"prompt":"x","seed":-1})"})
        expectBad(lucid, body);
    const QString phoenix = u"@cf/leonardo/phoenix-1.0"_s;
    for (const char* body : {R"({"prompt":"x","guidance":1.9})", R"({"prompt":"x","height":2049})",
                             R"({"prompt":"x","num_steps":51})", R"({"prompt":"x","negative_prompt":""})",
                             R"({"prompt":"x","seed":-1})"})
        expectBad(phoenix, body);
}

TEST_F(ImageRulesWire, InpaintingNeedsBoth)
{
    const QByteArray picture = png(256, 256, 0xFF808080);
    expectBad(inpainting, R"({"prompt":"x"})");
    expectBad(inpainting, R"({"prompt":"x","image_b64":")" + picture.toBase64() + "\"}");
    expectBad(inpainting, R"({"prompt":"x","mask":)" + numbers(picture) + "}");
    expectBad(u"@cf/runwayml/stable-diffusion-v1-5-img2img"_s, R"({"prompt":"x"})");
}

TEST_F(ImageRulesWire, Flux2WantsItsForm)
{
    const QString dev = u"@cf/black-forest-labs/flux-2-dev"_s;
    expectBad(dev, R"({"prompt":"x"})");
    expectBad(dev, "", 400, 3003);
    const QByteArray small = png(16, 16, 0xFF808080);
    const auto bad = [&](const Form& form, int code = 5006) {
        expectRefused(runForm(dev, form), 400, code, form.body());
    };
    bad(Form().field("width", "512"));
    bad(Form().field("prompt", ""));
    bad(Form().field("prompt", "x").field("width", "255"));
    bad(Form().field("prompt", "x").field("height", "1921"));
    bad(Form().field("prompt", "x").field("width", "wide"));
    bad(Form().field("prompt", "x").field("steps", "2.5"));
    bad(Form().field("prompt", "x").file("input_image_0", "a.png", "image/png", "no picture"));
    bad(Form().field("prompt", "x").file("input_image_3", "a.png", "image/png", png(512, 100, 0xFF808080)));
    bad(Form().field("prompt", "x").file("input_image_1", "a.png", "image/png", png(100, 512, 0xFF808080)));
    bad(Form().field("prompt", "nsfw-test"), 3030);
    EXPECT_EQ(
        runForm(dev,
                Form().field("prompt", "x").field("steps", "1").file("input_image_1", "", "image/png", small))
            .status,
        200);
}

} // namespace orangery::test
