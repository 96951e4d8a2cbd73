// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/multipartreader.h"

#include <gmock/gmock.h>

namespace orangery::test {

namespace {

const QByteArray type = "multipart/form-data; boundary=xx";

QByteArray part(const QByteArray& head, const QByteArray& data)
{
    return "--xx\r\n" + head + "\r\n\r\n" + data + "\r\n";
}

QByteArray named(const QByteArray& name)
{
    return "Content-Disposition: form-data; name=\"" + name + '"';
}

FormPart only(const QByteArray& head, const QByteArray& data = "d")
{
    const auto parts = MultipartReader::read(type, part(head, data) + "--xx--");
    EXPECT_TRUE(parts) << head.toStdString();
    return parts && parts->size() == 1 ? parts->first() : FormPart();
}

} // namespace

TEST(MultipartReader, ReadsFieldsAndFilesInOrder)
{
    const QByteArray file = QByteArray::fromRawData("\0\r\n--x\r\n\r\n--xy", 14);
    const auto parts = MultipartReader::read(
        type, part(named("prompt"), "two\r\nlines") + part(named("empty"), "") +
                  part(named("input_image_0") + "; filename=\"a.png\"\r\nContent-Type: image/png", file) +
                  "--xx--\r\nepilogue");
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 3);
    EXPECT_EQ(parts->at(0).name, "prompt");
    EXPECT_EQ(parts->at(0).data, "two\r\nlines");
    EXPECT_TRUE(parts->at(0).fileName.isNull());
    EXPECT_TRUE(parts->at(0).mediaType.isEmpty());
    EXPECT_TRUE(parts->at(1).data.isEmpty());
    EXPECT_EQ(parts->at(2).fileName, "a.png");
    EXPECT_EQ(parts->at(2).mediaType, "image/png");
    EXPECT_EQ(parts->at(2).data, file);
}

TEST(MultipartReader, SkipsPreambleAndSpaceAfterTheDelimiter)
{
    const auto parts =
        MultipartReader::read(type, "preamble\r\n--xx \t\r\n" + named("a") + "\r\n\r\n1\r\n--xx-- ");
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), 1);
    EXPECT_EQ(parts->first().data, "1");
}

TEST(MultipartReader, AFormWithoutParts)
{
    const auto parts = MultipartReader::read(type, "--xx--\r\n");
    ASSERT_TRUE(parts);
    EXPECT_TRUE(parts->isEmpty());
}

TEST(MultipartReader, NamesInAllTheirSpellings)
{
    EXPECT_EQ(only("content-disposition: FORM-DATA; name=bare").name, "bare");
    EXPECT_EQ(only(named("a%22b%0D%0Ac")).name, "a\"b\r\nc");
    EXPECT_EQ(only("Content-Disposition: form-data; name=\"a\\\"b;c\"; filename=\"x;y.txt\"").name, "a\"b;c");
    EXPECT_EQ(only(named("f") + "; filename=\"x;y.txt\"").fileName, "x;y.txt");
    EXPECT_EQ(only(named("f") + "; filename=\"/etc/passwd\"").fileName, "passwd");
    EXPECT_EQ(only(named("f") + "; filename=\"C:\\dir\\file.txt\"").fileName, "file.txt");
    EXPECT_EQ(only(named("f") + "; filename=\"x\"; filename*=UTF-8''gr%C3%BCn.txt").fileName,
              QByteArray("grün.txt"));
    EXPECT_EQ(only(named("f") + "; filename=\"grün 树.md\"").fileName, QByteArray("grün 树.md"));
    EXPECT_FALSE(only(named("f") + "; filename=\"\"").fileName.isNull());
    EXPECT_EQ(only("Content-Type: text/plain; name=\"no\"\r\n" + named("yes")).name, "yes");
}

TEST(MultipartReader, BoundaryOfAContentType)
{
    EXPECT_EQ(MultipartReader::boundaryOf(type), "xx");
    EXPECT_EQ(MultipartReader::boundaryOf("Multipart/Form-Data; charset=x; BOUNDARY=\"a b;c\""), "a b;c");
    for (const QByteArray bad : {"multipart/form-data", "multipart/form-data; boundary=",
                                 "multipart/mixed; boundary=xx", "application/json", ""})
        EXPECT_TRUE(MultipartReader::boundaryOf(bad).isNull()) << bad.toStdString();
    EXPECT_TRUE(MultipartReader::boundaryOf("multipart/form-data; boundary=" + QByteArray(71, 'b')).isNull());
}

TEST(MultipartReader, RefusesWhatIsNotWhole)
{
    const QByteArray whole = part(named("a"), "1") + part(named("b") + "; filename=\"f\"", "22") + "--xx--";
    for (qsizetype length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(MultipartReader::read(type, whole.left(length))) << length;
    EXPECT_TRUE(MultipartReader::read(type, whole));
    EXPECT_FALSE(MultipartReader::read("application/json", whole));
    EXPECT_FALSE(MultipartReader::read(type, part("Content-Type: text/plain", "1") + "--xx--"));
    EXPECT_FALSE(MultipartReader::read(type, part("Content-Disposition: form-data", "1") + "--xx--"));
    EXPECT_FALSE(MultipartReader::read(type, part("Content-Disposition: inline; name=a", "1") + "--xx--"));
    EXPECT_FALSE(MultipartReader::read(type, "--xxy\r\n" + named("a") + "\r\n\r\n1\r\n--xx--"));
    const auto error = MultipartReader::read(type, "x").error();
    EXPECT_EQ(error.kind, ErrorKind::InvalidInput);
    EXPECT_FALSE(error.detail.isEmpty());
}

TEST(MultipartReader, HasLimits)
{
    const QByteArray one = part(named("a"), "1");
    EXPECT_TRUE(MultipartReader::read(type, one.repeated(MultipartReader::mostParts) + "--xx--"));
    EXPECT_FALSE(MultipartReader::read(type, one.repeated(MultipartReader::mostParts + 1) + "--xx--"));
    EXPECT_FALSE(MultipartReader::read(
        type,
        part(named("a") + "\r\nX: " + QByteArray(MultipartReader::mostHeadBytes, 'h'), "1") + "--xx--"));
}

} // namespace orangery::test
