// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/multipart.h"

#include <QRegularExpression>
#include <QStringList>
#include <gtest/gtest.h>

namespace orangery {
namespace {

using namespace Qt::StringLiterals;

Multipart withBoundaries(const QList<QByteArray>& boundaries)
{
    return Multipart([boundaries, next = 0]() mutable { return boundaries.at(next++); });
}

QString headOfFile(const QString& fileName, const QByteArray& mediaType = "image/png")
{
    Multipart form = withBoundaries({"b"});
    form.addFile(u"n"_s, fileName, mediaType, "X");
    return QString::fromUtf8(form.encode().body).section(u"\r\n\r\n"_s, 0, 0);
}

TEST(Multipart, FieldsAndFilesInOrder)
{
    Multipart form = withBoundaries({"limit"});
    form.addField(u"prompt"_s, u"Grüße\nan alle"_s);
    form.addFile(u"files"_s, u"a.png"_s, "image/png", QByteArray("\x89PNG\r\n\0\x1a", 8));
    form.addFile(u"files"_s, u"b"_s, "", "");
    const Multipart::Encoded encoded = form.encode();
    EXPECT_EQ(encoded.contentType, "multipart/form-data; boundary=limit");
    EXPECT_EQ(encoded.body,
              QByteArray("--limit\r\n"
                         "Content-Disposition: form-data; name=\"prompt\"\r\n\r\n"
                         "Grüße\nan alle\r\n"
                         "--limit\r\n"
                         "Content-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n"
                         "Content-Type: image/png\r\n\r\n") +
                  QByteArray("\x89PNG\r\n\0\x1a", 8) +
                  QByteArray("\r\n--limit\r\n"
                             "Content-Disposition: form-data; name=\"files\"; filename=\"b\"\r\n"
                             "Content-Type: application/octet-stream\r\n\r\n"
                             "\r\n--limit--\r\n"));
}

TEST(Multipart, AnEmptyFormIsAForm)
{
    const Multipart form = withBoundaries({"b"});
    EXPECT_TRUE(form.isEmpty());
    EXPECT_EQ(form.encode().body, "--b--\r\n");
}

TEST(Multipart, NoNameEndsItsQuotesOrItsLine)
{
    EXPECT_EQ(headOfFile(u"a\"; name=\"x\r\nEvil: 1\r\n\r\n.png"_s).split(u"\r\n"_s).at(1),
              u"Content-Disposition: form-data; name=\"n\"; "
              "filename=\"a%22; name=%22x%0D%0AEvil: 1%0D%0A%0D%0A.png\""_s);
    EXPECT_TRUE(headOfFile(u"Grüße 你好.pdf"_s).contains(u"filename=\"Grüße 你好.pdf\""_s));
    EXPECT_TRUE(headOfFile(u"a\\"_s).contains(u"filename=\"a\\\"\r\n"_s));
    EXPECT_TRUE(headOfFile(QString(QChar(0)) + QChar(0x7f)).contains(u"filename=\"%00%7F\""_s));
}

TEST(Multipart, AMediaTypeThatIsNoneIsNotSent)
{
    for (const QByteArray& type : {QByteArray("image/png\r\nEvil: 1"), QByteArray("png"), QByteArray("/png"),
                                   QByteArray("image/"), QByteArray("im\xc3\xa4ge/png")}) {
        const QStringList lines = headOfFile(u"a"_s, type).split(u"\r\n"_s);
        ASSERT_EQ(lines.size(), 3) << type.constData();
        EXPECT_EQ(lines.at(2), u"Content-Type: application/octet-stream"_s) << type.constData();
    }
    EXPECT_TRUE(headOfFile(u"a"_s, "text/plain; charset=utf-8").contains(u"text/plain; charset=utf-8"_s));
}

TEST(Multipart, TheBoundaryOccursNowhere)
{
    Multipart form = withBoundaries({"one", "two", "three", "four"});
    form.addField(u"a"_s, u"xx one xx"_s);
    form.addField(u"two"_s, u""_s);
    form.addFile(u"f"_s, u"three"_s, "", "x");
    EXPECT_EQ(form.encode().contentType, "multipart/form-data; boundary=four");
}

TEST(Multipart, OwnBoundariesAreLegalAndFollowFromTheParts)
{
    const auto formOf = [](const QString& text) {
        Multipart form;
        form.addField(u"prompt"_s, text);
        return form.encode();
    };
    static const QRegularExpression legal(u"^multipart/form-data; boundary=[A-Za-z0-9-]{1,70}$"_s);
    EXPECT_TRUE(legal.match(QString::fromLatin1(formOf(u"a"_s).contentType)).hasMatch());
    EXPECT_EQ(formOf(u"a"_s).body, formOf(u"a"_s).body);
    EXPECT_NE(formOf(u"a"_s).contentType, formOf(u"b"_s).contentType);
    // one that quotes the boundary it would get gets another
    const QByteArray own = formOf(u"a"_s).contentType.split('=').last();
    Multipart quoting;
    quoting.addField(u"prompt"_s, QString::fromLatin1(own));
    EXPECT_NE(quoting.encode().contentType.split('=').last(), own);
}

} // namespace
} // namespace orangery
