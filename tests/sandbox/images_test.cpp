// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class ImagesWire : public MediaTest
{
protected:
    QImage dreamt(const QByteArray& members) const
    {
        const WireReply reply =
            run(dreamshaper, R"({"prompt":"a red car","width":256,"height":256,)" + members + "}");
        EXPECT_EQ(reply.status, 200) << reply.body.left(300).toStdString();
        return QImage::fromData(reply.body, "png");
    }
    static QByteArray decoded(const WireReply& reply)
    {
        return QByteArray::fromBase64(reply.json()["result"_L1]["image"_L1].toString().toLatin1());
    }
    static double difference(const QImage& a, const QImage& b)
    {
        double sum = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x)
                sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
        }
        return sum / (a.width() * a.height());
    }
};

TEST_F(ImagesWire, RawPngForTheStableDiffusionFamily)
{
    for (const auto& model : {dreamshaper, u"@cf/stabilityai/stable-diffusion-xl-base-1.0"_s,
                              u"@cf/bytedance/stable-diffusion-xl-lightning"_s}) {
        const WireReply reply = run(model, R"({"prompt":"a tree","width":300,"height":256,"seed":1})");
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.header("Content-Type"), "image/png");
        const QImage image = QImage::fromData(reply.body, "png");
        EXPECT_EQ(image.size(), QSize(300, 256));
        EXPECT_TRUE(image.text(u"Description"_s).contains(u"sandbox")) << "says whose it is";
        EXPECT_EQ(reply.header("cf-ai-neurons").isNull(), !model.contains(u"lightning"))
            << "no published price, no neurons; price 0, 0 neurons";
    }
}

TEST_F(ImagesWire, RawJpegOfPhoenix)
{
    const WireReply reply =
        run(u"@cf/leonardo/phoenix-1.0"_s, R"({"prompt":"a tree","width":600,"height":300,"num_steps":3})");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Type"), "image/jpeg");
    EXPECT_EQ(QImage::fromData(reply.body, "jpeg").size(), QSize(600, 300));
    EXPECT_TRUE(reply.body.left(300).contains("sandbox"));
    EXPECT_DOUBLE_EQ(neurons(reply), 2 * 530 + 3 * 10);
}

TEST_F(ImagesWire, Base64JpegOfSchnell)
{
    const WireReply reply = run(schnell, R"({"prompt":"a cat"})");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Type"), "application/json");
    EXPECT_TRUE(reply.json()["success"_L1].toBool());
    EXPECT_EQ(QImage::fromData(decoded(reply), "jpeg").size(), QSize(1024, 1024));
    EXPECT_DOUBLE_EQ(neurons(reply), 4 * 4.8 + 4 * 9.6) << "57.6 by the published table";
    EXPECT_DOUBLE_EQ(neurons(run(schnell, R"({"prompt":"a cat","steps":8})")), 4 * 4.8 + 8 * 9.6);
}

TEST_F(ImagesWire, LucidTakesEitherNameForItsSteps)
{
    const QString lucid = u"@cf/leonardo/lucid-origin"_s;
    const WireReply reply = run(lucid, R"({"prompt":"a boat","width":513,"height":512,"steps":2,"seed":0})");
    EXPECT_EQ(QImage::fromData(decoded(reply), "jpeg").size(), QSize(513, 512));
    EXPECT_DOUBLE_EQ(neurons(reply), 2 * 636 + 2 * 12) << "a part of a tile counts whole";
    EXPECT_DOUBLE_EQ(neurons(run(lucid, R"({"prompt":"x","width":512,"height":512,"num_steps":40})")),
                     636 + 40 * 12);
}

TEST_F(ImagesWire, Flux2ReadsItsForm)
{
    const QByteArray reference = png(500, 100, 0xFF00C000);
    const QString dev = u"@cf/black-forest-labs/flux-2-dev"_s;
    const WireReply plain = runForm(dev, Form()
                                             .field("prompt", "a house")
                                             .field("width", "512")
                                             .field("height", "300")
                                             .field("steps", "2")
                                             .field("seed", "5"));
    EXPECT_EQ(plain.status, 200) << plain.body.toStdString();
    EXPECT_DOUBLE_EQ(neurons(plain), 2 * 37.5);
    const QImage without = QImage::fromData(decoded(plain));
    EXPECT_EQ(without.size(), QSize(512, 300));
    const WireReply referred = runForm(dev, Form()
                                                .field("prompt", "a house")
                                                .field("width", "512")
                                                .field("height", "300")
                                                .field("steps", "2")
                                                .field("seed", "5")
                                                .file("input_image_0", "a.png", "image/png", reference)
                                                .file("input_image_3", "b.png", "image/png", reference));
    EXPECT_DOUBLE_EQ(neurons(referred), 2 * 37.5 + 2 * 2 * 18.75);
    EXPECT_GT(difference(without, QImage::fromData(decoded(referred))), 1) << "the references are in it";

    const WireReply klein =
        runForm(u"@cf/black-forest-labs/flux-2-klein-4b"_s,
                Form().field("prompt", "x").file("input_image_0", "a", "image/png", reference));
    EXPECT_EQ(QImage::fromData(decoded(klein)).size(), QSize(1024, 768));
    EXPECT_DOUBLE_EQ(neurons(klein), 4 * 26.05 + 5.37);
    const WireReply nine = runForm(u"@cf/black-forest-labs/flux-2-klein-9b"_s,
                                   Form()
                                       .field("prompt", "x")
                                       .field("width", "1920")
                                       .field("height", "1080")
                                       .file("input_image_0", "a", "image/png", reference));
    EXPECT_DOUBLE_EQ(neurons(nine), 1363.64 + 181.82 + 181.82);
}

TEST_F(ImagesWire, EqualOrdersGiveEqualPictures)
{
    const QImage first = dreamt(R"("seed":42,"num_steps":5)");
    EXPECT_EQ(dreamt(R"("seed":42,"num_steps":5)"), first);
    EXPECT_NE(dreamt(R"("seed":43,"num_steps":5)"), first);
    EXPECT_NE(dreamt(R"("seed":42,"num_steps":20)"), first) << "more steps, more detail";
    EXPECT_NE(dreamt(R"("seed":42,"num_steps":5,"guidance":1)"), first);
    EXPECT_NE(dreamt(R"("seed":42,"num_steps":5,"negative_prompt":"car")"), first);
    const QImage unseeded = dreamt(R"("num_steps":5)");
    EXPECT_NE(dreamt(R"("num_steps":5)"), unseeded) << "without a seed every picture is another";
    sandbox->reset();
    EXPECT_EQ(dreamt(R"("num_steps":5)"), unseeded) << "but the same after a reset";
}

TEST_F(ImagesWire, ThePromptColoursThePicture)
{
    const auto mean = [&](const QByteArray& prompt) {
        const WireReply reply =
            run(dreamshaper, R"({"seed":1,"width":256,"height":256,"prompt":")" + prompt + "\"}");
        return QImage::fromData(reply.body)
            .scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .pixelColor(0, 0);
    };
    for (const char* red : {"all red", "alles rot", "todo rojo", "红"})
        EXPECT_GT(mean(red).red(), mean("blue").red()) << red;
    EXPECT_GT(mean("ein blaues Meer").blue(), mean("red").blue());
    EXPECT_LT(mean("a night").lightness(), mean("a day").lightness());
}

TEST_F(ImagesWire, TheBaseImageIsBlendedByStrength)
{
    QImage base(256, 256, QImage::Format_RGB32);
    base.fill(0xFF3366CC);
    const QByteArray file = png(base);
    const auto painted = [&](const QByteArray& strength, const QByteArray& image) {
        const WireReply reply =
            run(dreamshaper, R"({"prompt":"a tree","seed":1,"strength":)" + strength + "," + image + "}");
        EXPECT_EQ(reply.status, 200) << reply.body.left(200).toStdString();
        return QImage::fromData(reply.body);
    };
    const QByteArray base64 = R"("image_b64":")" + file.toBase64() + '"';
    const QImage none = painted("0", base64);
    EXPECT_EQ(none.size(), base.size()) << "without a size the base gives it";
    EXPECT_LT(difference(none, base), 0.01);
    const double some = difference(painted("0.4", base64), base);
    const double all = difference(painted("1", base64), base);
    EXPECT_GT(some, 1);
    EXPECT_LT(some, 0.6 * all);
    EXPECT_EQ(painted("0.4", R"("image":)" + numbers(file)), painted("0.4", base64));
}

TEST_F(ImagesWire, TheMaskKeepsWhatIsNotWhite)
{
    QImage base(300, 256, QImage::Format_RGB32);
    for (int y = 0; y < base.height(); ++y) {
        for (int x = 0; x < base.width(); ++x)
            base.setPixel(x, y, qRgb(x % 256, y, (x * y) % 256));
    }
    QImage mask(300, 256, QImage::Format_RGB32);
    mask.fill(0xFF000000);
    for (int y = 64; y < 128; ++y) {
        for (int x = 100; x < 200; ++x)
            mask.setPixel(x, y, 0xFFFFFFFF);
    }
    const WireReply reply =
        run(inpainting, R"({"prompt":"a red flower","seed":2,"image_b64":")" + png(base).toBase64() +
                            R"(","mask":)" + numbers(png(mask)) + "}");
    ASSERT_EQ(reply.status, 200) << reply.body.left(200).toStdString();
    EXPECT_EQ(reply.header("Content-Type"), "image/png");
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0");
    const QImage result = QImage::fromData(reply.body, "png");
    ASSERT_EQ(result.size(), base.size());
    int changed = 0;
    for (int y = 0; y < base.height(); ++y) {
        for (int x = 0; x < base.width(); ++x) {
            const bool isSame = (result.pixel(x, y) | 0xFF000000) == base.pixel(x, y);
            const bool isKept = mask.pixel(x, y) == 0xFF000000;
            EXPECT_TRUE(isSame || !isKept) << x << ' ' << y;
            changed += isSame ? 0 : 1;
        }
    }
    EXPECT_GT(changed, 6000) << "nearly all of the 6,400 white ones";
}

} // namespace orangery::test
