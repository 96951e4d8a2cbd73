// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/icons.h"

#include "gui/style/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

const QStringList names{
    u"account"_s,      u"appearance"_s,    u"attach"_s,     u"bell"_s,         u"branch"_s,
    u"brush"_s,        u"calendar"_s,      u"chat"_s,       u"check"_s,        u"chevron-down"_s,
    u"chevron-left"_s, u"chevron-right"_s, u"chevron-up"_s, u"clock"_s,        u"close"_s,
    u"compare"_s,      u"copy"_s,          u"download"_s,   u"edit"_s,         u"eraser"_s,
    u"error"_s,        u"file"_s,          u"filter"_s,     u"fit"_s,          u"folder"_s,
    u"gateway"_s,      u"gauge"_s,         u"globe"_s,      u"glossary"_s,     u"grid"_s,
    u"headphones"_s,   u"image"_s,         u"info"_s,       u"inspector"_s,    u"key"_s,
    u"keyboard"_s,     u"leaf"_s,          u"link"_s,       u"list"_s,         u"lock"_s,
    u"loop"_s,         u"menu"_s,          u"merge"_s,      u"mic"_s,          u"minus"_s,
    u"model"_s,        u"more"_s,          u"network"_s,    u"network-off"_s,  u"pause"_s,
    u"pin"_s,          u"play"_s,          u"plus"_s,       u"prompts"_s,      u"quote"_s,
    u"reasoning"_s,    u"record"_s,        u"redo"_s,       u"retry"_s,        u"sandbox"_s,
    u"search"_s,       u"seed"_s,          u"send"_s,       u"send-to"_s,      u"settings"_s,
    u"shield"_s,       u"sidebar"_s,       u"skip-back"_s,  u"skip-forward"_s, u"sliders"_s,
    u"speed"_s,        u"split"_s,         u"star"_s,       u"star-on"_s,      u"stop"_s,
    u"storage"_s,      u"swap"_s,          u"terminal"_s,   u"tool"_s,         u"translate"_s,
    u"trash"_s,        u"tree"_s,          u"undo"_s,       u"upload"_s,       u"usage"_s,
    u"vision"_s,       u"volume"_s,        u"warning"_s,    u"waveform"_s,
};

// The colour of the pixels that are fully covered; more than one makes the set bigger.
QSet<QRgb> solidColors(const QImage& image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(image.pixel(x, y)) == 255)
                colors.insert(image.pixel(x, y));
    return colors;
}

int inkOf(const QImage& image)
{
    int sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    return sum;
}

// How far the covers of two pictures differ, on average; antialiasing may fall half a pixel to the other
// side.
double difference(const QImage& a, const QImage& b)
{
    double sum = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qAlpha(a.pixel(x, y)) - qAlpha(b.pixel(x, y)));
    return sum / (a.width() * a.height());
}

class IconsTest : public testing::Test
{
protected:
    IconsTest() : icons(theme) { theme.setChoice(Theme::Choice::Light); }
    ~IconsTest() override { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    QImage image(const QString& name, QIcon::Mode mode = QIcon::Normal, QIcon::State state = QIcon::Off,
                 int side = 48)
    {
        return icons.icon(name)
            .pixmap(QSize(side, side), 1, mode, state)
            .toImage()
            .convertToFormat(QImage::Format_ARGB32);
    }

    Theme theme;
    Icons icons;
};

TEST_F(IconsTest, TheSetIsComplete)
{
    QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    files.removeOne(u"mark.svg"_s);
    QStringList found;
    for (const QString& file : files)
        found << file.chopped(4);
    QStringList wanted = names;
    std::sort(found.begin(), found.end());
    std::sort(wanted.begin(), wanted.end());
    EXPECT_EQ(found, wanted);
}

TEST_F(IconsTest, EveryFileIsSmallValidAndWithoutColour)
{
    for (const QString& name : names) {
        QFile file(u":/icons/"_s + name + u".svg"_s);
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(name);
        const QByteArray svg = file.readAll();
        EXPECT_LE(svg.size(), 1000) << qPrintable(name);
        EXPECT_TRUE(svg.contains("currentColor")) << qPrintable(name);
        for (const char* forbidden : {"#", "transform", "<text", "style"})
            EXPECT_FALSE(svg.contains(forbidden)) << qPrintable(name) << " has " << forbidden;
        QSvgRenderer renderer(svg);
        EXPECT_TRUE(renderer.isValid()) << qPrintable(name);
        EXPECT_EQ(renderer.viewBox(), QRect(0, 0, 24, 24)) << qPrintable(name);
    }
}

TEST_F(IconsTest, EveryDrawingHasInkAndStaysInItsLiveArea)
{
    for (const QString& name : names) {
        const QImage drawn = image(name, QIcon::Normal, QIcon::Off, 240);
        EXPECT_GT(inkOf(drawn), 500) << qPrintable(name);
        const QRect live(10, 10, 220, 220); // half a stroke around the live area 2 … 22
        bool isInside = true;
        for (int y = 0; y < 240; ++y)
            for (int x = 0; x < 240; ++x)
                isInside = isInside && (live.contains(x, y) || qAlpha(drawn.pixel(x, y)) < 128);
        EXPECT_TRUE(isInside) << qPrintable(name);
    }
}

TEST_F(IconsTest, ModesChooseTheColour)
{
    EXPECT_EQ(solidColors(image(u"stop"_s)), QSet<QRgb>{theme.color(Token::Text2).rgb()});
    EXPECT_EQ(solidColors(image(u"stop"_s, QIcon::Active)), QSet<QRgb>{theme.color(Token::LeafText).rgb()});
    EXPECT_EQ(solidColors(image(u"stop"_s, QIcon::Normal, QIcon::On)),
              QSet<QRgb>{theme.color(Token::LeafText).rgb()});
    const QImage disabled = image(u"stop"_s, QIcon::Disabled);
    const QColor middle = disabled.pixelColor(24, 24);
    EXPECT_NEAR(middle.alpha(), 128, 1);
    EXPECT_NEAR(middle.red(), theme.color(Token::Text3).red(), 2);
}

TEST_F(IconsTest, AnIconFollowsTheTheme)
{
    const QIcon kept = icons.icon(u"stop"_s);
    theme.setChoice(Theme::Choice::Dark);
    const QImage drawn = kept.pixmap(QSize(48, 48), 1).toImage().convertToFormat(QImage::Format_ARGB32);
    EXPECT_EQ(solidColors(drawn), QSet<QRgb>{theme.color(Token::Text2).rgb()});
}

TEST_F(IconsTest, AnIconMayOutliveItsMaker)
{
    QIcon kept;
    {
        Icons shortLived(theme);
        kept = shortLived.icon(u"chat"_s);
    }
    EXPECT_GT(inkOf(kept.pixmap(QSize(24, 24), 1).toImage()), 0);
}

TEST_F(IconsTest, DevicePixelsAreUsed)
{
    for (const qreal ratio : {1.25, 2.0}) {
        const QPixmap pixmap = icons.icon(u"chat"_s).pixmap(QSize(20, 20), ratio);
        EXPECT_EQ(pixmap.width(), qRound(20 * ratio));
        EXPECT_EQ(pixmap.devicePixelRatio(), ratio);
        EXPECT_EQ(Icons::applicationIcon().pixmap(QSize(64, 64), ratio).width(), qRound(64 * ratio));
    }
}

TEST_F(IconsTest, OnlyPointingIconsAreMirrored)
{
    const QImage chevron = image(u"chevron-left"_s);
    const QImage swap = image(u"swap"_s);
    const QImage otherChevron = image(u"chevron-right"_s);
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    EXPECT_LT(difference(image(u"chevron-left"_s), chevron.mirrored(true, false)), 2);
    EXPECT_LT(difference(image(u"chevron-left"_s), otherChevron), 2);
    EXPECT_GT(difference(image(u"chevron-left"_s), chevron), 8);
    EXPECT_EQ(image(u"swap"_s), swap);
}

TEST_F(IconsTest, AnUnknownNameIsNoIcon)
{
    EXPECT_TRUE(icons.icon(u"no-such-icon"_s).isNull());
    QImage canvas(20, 20, QImage::Format_ARGB32);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    icons.paint(painter, u"no-such-icon"_s, QRectF(0, 0, 20, 20), Qt::black);
    painter.end();
    EXPECT_EQ(solidColors(canvas), QSet<QRgb>{QColor(Qt::white).rgb()});
}

TEST_F(IconsTest, TheMarkIsRenderedInItsSizes)
{
    const QIcon mark = Icons::applicationIcon();
    for (const int side : {16, 24, 32, 48, 64, 128, 256, 512}) {
        const QImage drawn = mark.pixmap(QSize(side, side), 1).toImage();
        ASSERT_EQ(drawn.size(), QSize(side, side));
        // The fruit sits a little below the middle, the frame reaches the foot, the corner beside the arch is
        // empty.
        EXPECT_GT(drawn.pixelColor(side / 2, side * 5 / 8).red(), 200) << side;
        EXPECT_GT(drawn.pixelColor(side / 8, side * 7 / 8).green(),
                  drawn.pixelColor(side / 8, side * 7 / 8).red());
        EXPECT_EQ(drawn.pixelColor(0, 0).alpha(), 0) << side;
    }
}

TEST_F(IconsTest, TheSmallestMarkHasNoBars)
{
    const QIcon mark = Icons::applicationIcon();
    const QColor frame = mark.pixmap(QSize(16, 16), 1).toImage().pixelColor(8, 2);
    EXPECT_EQ(frame.rgb(), mark.pixmap(QSize(16, 16), 1).toImage().pixelColor(3, 14).rgb());
    EXPECT_GT(mark.pixmap(QSize(64, 64), 1).toImage().pixelColor(32, 12).red(), frame.red() + 60);
}

TEST_F(IconsTest, TheMarkInTheWindowFollowsTheTheme)
{
    const QIcon mark = icons.mark();
    const QColor light = mark.pixmap(QSize(64, 64), 1).toImage().pixelColor(8, 56);
    EXPECT_EQ(light.rgb(), theme.color(Token::Leaf).rgb());
    theme.setChoice(Theme::Choice::Dark);
    const QColor dark = mark.pixmap(QSize(64, 64), 1).toImage().pixelColor(8, 56);
    EXPECT_EQ(dark.rgb(), theme.color(Token::Leaf).rgb());
    EXPECT_EQ(Icons::applicationIcon().pixmap(QSize(64, 64), 1).toImage().pixelColor(8, 56).rgb(),
              light.rgb());
}

} // namespace
} // namespace orangery
