// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

#include <QPainter>

namespace orangery::test {

using namespace Qt::StringLiterals;

class VisionWire : public MediaTest
{
protected:
    VisionWire()
    {
        QImage image(400, 200, QImage::Format_RGB32);
        image.fill(0xFFFFFFFF);
        QPainter painter(&image);
        painter.fillRect(40, 40, 100, 120, QColor(220, 20, 20));
        painter.fillRect(250, 100, 50, 50, QColor(20, 40, 220));
        painter.end();
        picture = png(image);
    }
    QByteArray uri() const { return "data:image/png;base64," + picture.toBase64(); }
    WireReply moondream(const QByteArray& members) const
    {
        return run(moon, R"({"image":")" + uri() + "\"," + members + '}');
    }

    QByteArray picture;
    const QString resnet = QStringLiteral("@cf/microsoft/resnet-50");
    const QString detr = QStringLiteral("@cf/facebook/detr-resnet-50");
    const QString llava = QStringLiteral("@cf/llava-hf/llava-1.5-7b-hf");
    const QString moon = QStringLiteral("@cf/moondream/moondream3.1-9B-A2B");
};

TEST_F(VisionWire, ResnetLabelsTheColours)
{
    const WireReply reply = runRaw(resnet, picture);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0.228055");
    const QJsonArray labels = reply.json()["result"_L1].toArray();
    ASSERT_EQ(labels.size(), 5);
    EXPECT_EQ(labels[0]["label"_L1].toString(), u"WHITE PICTURE (SANDBOX)");
    EXPECT_EQ(labels[1]["label"_L1].toString(), u"RED PICTURE (SANDBOX)");
    EXPECT_EQ(labels[2]["label"_L1].toString(), u"BLUE PICTURE (SANDBOX)");
    EXPECT_NEAR(labels[1]["score"_L1].toDouble(), 0.15, 0.02);
    for (int i = 1; i < 5; ++i)
        EXPECT_LT(labels[i]["score"_L1].toDouble(), labels[i - 1]["score"_L1].toDouble());
    EXPECT_EQ(run(resnet, R"({"image":)" + numbers(picture) + "}").json(), reply.json());
}

TEST_F(VisionWire, DetrFindsTheAreas)
{
    const WireReply reply = runRaw(detr, picture);
    EXPECT_EQ(reply.status, 200);
    const QJsonArray objects = reply.json()["result"_L1].toArray();
    ASSERT_EQ(objects.size(), 2);
    EXPECT_EQ(objects[0]["label"_L1].toString(), u"RED AREA (SANDBOX)");
    const QJsonValue box = objects[0]["box"_L1];
    EXPECT_NEAR(box["xmin"_L1].toDouble(), 40, 7);
    EXPECT_NEAR(box["ymin"_L1].toDouble(), 40, 4);
    EXPECT_NEAR(box["xmax"_L1].toDouble(), 140, 7);
    EXPECT_NEAR(box["ymax"_L1].toDouble(), 160, 4);
    EXPECT_EQ(objects[1]["label"_L1].toString(), u"BLUE AREA (SANDBOX)");
    for (const QJsonValue& object : objects) {
        EXPECT_GE(object["score"_L1].toDouble(), 0.3);
        EXPECT_LE(object["score"_L1].toDouble(), 0.99);
        EXPECT_LE(object["box"_L1]["xmax"_L1].toInt(), 400);
        EXPECT_LE(object["box"_L1]["ymax"_L1].toInt(), 200);
    }
    EXPECT_TRUE(runRaw(detr, png(30, 30, 0xFFFFFFFF)).json()["result"_L1].toArray().isEmpty());
}

TEST_F(VisionWire, LlavaDescribes)
{
    const QString description = runRaw(llava, picture).json()["result"_L1]["description"_L1].toString();
    EXPECT_EQ(description,
              u"Sandbox description, no model saw this: a picture of 400 by 200 pixels, mostly white, with "
              u"red and blue.");
    const QByteArray image = R"({"image":)" + numbers(picture);
    const QString asked =
        run(llava, image + R"(,"prompt":"What is it?"})").json()["result"_L1]["description"_L1].toString();
    EXPECT_EQ(asked, description + u" The prompt was: What is it?"_s);
    EXPECT_EQ(run(llava, image + R"(,"max_tokens":2})").json()["result"_L1]["description"_L1].toString(),
              asked.left(8));
    EXPECT_EQ(runRaw(u"@cf/unum/uform-gen2-qwen-500m"_s, picture).code(), 5007) << "ended in May";
}

TEST_F(VisionWire, RefusesWhatIsNoPicture)
{
    for (const QString& model : {resnet, detr, llava}) {
        EXPECT_EQ(runRaw(model, "not a picture").code(), 5006);
        EXPECT_EQ(runRaw(model, "").code(), 3003);
        EXPECT_EQ(run(model, R"({"image":[1,2,256]})").code(), 5006);
        EXPECT_EQ(run(model, R"({"image":")" + QByteArray(picture.toBase64()) + "\"}").code(), 5006);
        EXPECT_EQ(run(model, "{}").code(), 5006);
    }
    EXPECT_EQ(run(llava, R"({"image":)" + numbers(picture) + R"(,"max_tokens":"all"})").code(), 5006);
    EXPECT_EQ(sandbox->quotaUsed(), 0);
}

TEST_F(VisionWire, MoondreamStreamsUnlessToldOtherwise)
{
    const WireReply streamed = moondream(R"("question":"What colour?")");
    EXPECT_EQ(streamed.header("Content-Type"), "text/event-stream");
    QList<QByteArray> events = streamed.events();
    ASSERT_GT(events.size(), 5);
    EXPECT_EQ(events.takeLast(), "[DONE]");
    const QJsonObject last = QJsonDocument::fromJson(events.takeLast()).object();
    EXPECT_EQ(last["finish_reason"_L1].toString(), u"stop");
    QString text;
    for (const QByteArray& event : events)
        text += QJsonDocument::fromJson(event)["answer"_L1].toString();

    const WireReply whole = moondream(R"("question":"What colour?","stream":false)");
    EXPECT_EQ(whole.header("Content-Type"), "application/json");
    const QJsonValue result = whole.json()["result"_L1];
    EXPECT_EQ(result["answer"_L1].toString(), text);
    EXPECT_EQ(result["metrics"_L1].toObject(), last["metrics"_L1].toObject());
    EXPECT_TRUE(text.contains(u"Sandbox answer, no model saw this: the picture is mostly white"));
    for (const auto null : {"caption"_L1, "points"_L1, "objects"_L1})
        EXPECT_TRUE(result[null].isNull());
    EXPECT_TRUE(result["reasoning"_L1]["text"_L1].isString());
    EXPECT_TRUE(
        moondream(R"("stream":false,"reasoning":false)").json()["result"_L1]["reasoning"_L1].isNull());
    const double in = result["metrics"_L1]["input_tokens"_L1].toDouble();
    const double out = result["metrics"_L1]["output_tokens"_L1].toDouble();
    EXPECT_NEAR(neurons(whole), (27273 * in + 90909 * out) / 1e6, 1e-6);
    EXPECT_EQ(neurons(streamed), neurons(whole));
}

TEST_F(VisionWire, MoondreamCaptions)
{
    const auto caption = [&](const QByteArray& length) {
        return moondream(R"("task":"caption","stream":false,"caption_length":")" + length + '"')
            .json()["result"_L1]["caption"_L1]
            .toString();
    };
    EXPECT_LT(caption("short").size(), caption("normal").size());
    EXPECT_LT(caption("normal").size(), caption("long").size());
    const QJsonValue cut = moondream(R"("task":"caption","stream":false,"max_tokens":2)").json()["result"_L1];
    EXPECT_EQ(cut["finish_reason"_L1].toString(), u"length");
    EXPECT_EQ(cut["caption"_L1].toString(), u"Sandbox ");
}

TEST_F(VisionWire, MoondreamPointsAndDetects)
{
    // Without `stream`: these two cannot stream.
    const QJsonValue points =
        moondream(R"("task":"point","target":"the blue box")").json()["result"_L1]["points"_L1];
    ASSERT_EQ(points.toArray().size(), 1);
    EXPECT_NEAR(points[0]["x"_L1].toDouble(), 275.0 / 400, 0.02);
    EXPECT_NEAR(points[0]["y"_L1].toDouble(), 125.0 / 200, 0.02);
    const QJsonValue objects = moondream(R"("task":"detect")").json()["result"_L1]["objects"_L1];
    ASSERT_EQ(objects.toArray().size(), 2);
    for (const QJsonValue& object : objects.toArray()) {
        EXPECT_GE(object["x_min"_L1].toDouble(), 0);
        EXPECT_LT(object["x_min"_L1].toDouble(), object["x_max"_L1].toDouble());
        EXPECT_LE(object["y_max"_L1].toDouble(), 1);
    }
    EXPECT_EQ(
        moondream(R"("task":"detect","max_objects":1)").json()["result"_L1]["objects"_L1].toArray().size(),
        1);
    EXPECT_TRUE(moondream(R"("task":"detect","target":"green")")
                    .json()["result"_L1]["objects"_L1]
                    .toArray()
                    .isEmpty());
}

TEST_F(VisionWire, MoondreamRefuses)
{
    for (const QByteArray body :
         {R"({"task":"sing"})", R"({"task":"caption"})", R"({"task":"point","target":"x"})",
          R"({"image":"https://example.com/a.png"})", R"({"image":"AAAA"})",
          R"({"image":"data:image/png;base64,AAAA"})", R"({"question":"x","temperature":3})",
          R"({"question":"x","stream":"no"})", R"({"max_tokens":0})"})
        EXPECT_EQ(run(moon, body).code(), 5006) << body.toStdString();
    EXPECT_TRUE(run(moon, R"({"question":"x","stream":false})")
                    .json()["result"_L1]["answer"_L1]
                    .toString()
                    .contains(u"there is no picture"));
}

} // namespace orangery::test
