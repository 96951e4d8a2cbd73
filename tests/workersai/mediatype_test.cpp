// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/mediatype.h"

#include "workersai/mediafixture.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

TEST(MediaType, Pictures)
{
    EXPECT_EQ(mediatype::ofPicture(pngFile()), u"image/png"_s);
    EXPECT_EQ(mediatype::ofPicture(jpegFile()), u"image/jpeg"_s);
    EXPECT_EQ(mediatype::ofPicture(webpFile()), u"image/webp"_s);
    EXPECT_EQ(mediatype::ofPicture("GIF87a…"), u"image/gif"_s);
    EXPECT_EQ(mediatype::ofPicture("GIF89a"), u"image/gif"_s);
}

TEST(MediaType, WhatIsNoPicture)
{
    for (const QByteArray& bytes :
         {QByteArray(), QByteArray("\x89PNG"), QByteArray("\xff\xd8"), wavFile(), QByteArray("RIFF"),
          QByteArray("GIF90a"), QByteArray("BM6"), QByteArray("<svg/>"), QByteArray("{}"), " " + pngFile()})
        EXPECT_EQ(mediatype::ofPicture(bytes), QString()) << bytes.toHex().constData();
}

TEST(MediaType, Sounds)
{
    EXPECT_EQ(mediatype::ofAudio(wavFile()), u"audio/wav"_s);
    EXPECT_EQ(mediatype::ofAudio("OggS"), u"audio/ogg"_s);
    EXPECT_EQ(mediatype::ofAudio("fLaC"), u"audio/flac"_s);
    EXPECT_EQ(mediatype::ofAudio("ID3\x04"), u"audio/mpeg"_s);
    EXPECT_EQ(mediatype::ofAudio(mp3File()), u"audio/mpeg"_s);
    EXPECT_EQ(mediatype::ofAudio("\xff\xf3\x44\xc4"), u"audio/mpeg"_s) << "MPEG 2, as melotts writes";
    EXPECT_EQ(mediatype::ofAudio("\xff\xe3\x18\xc4"), u"audio/mpeg"_s) << "MPEG 2.5";
    EXPECT_EQ(mediatype::ofAudio("\xff\xf1\x50\x80\x02\x1f\xfc"), u"audio/aac"_s);
    EXPECT_EQ(mediatype::ofAudio("\xff\xf9\x50\x80\x02\x1f\xfc"), u"audio/aac"_s);
}

TEST(MediaType, WhatIsNoSound)
{
    for (const QByteArray& bytes :
         {QByteArray(), QByteArray("\xff"), QByteArray("\xff\xfb"), QByteArray("\xff\xfb\xf0\x64"),
          QByteArray("\xff\xfb\x9c\x64"), QByteArray("\xff\xeb\x90\x64"), QByteArray("\xff\xfd\x90\x64"),
          QByteArray("\xff\xf1\x50"), webpFile(), pngFile(), jpegFile(), QByteArray("{\"a\":1}")})
        EXPECT_EQ(mediatype::ofAudio(bytes), QString()) << bytes.toHex().constData();
}

} // namespace
} // namespace orangery::test
