// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class ToMarkdownWire : public MediaTest
{
protected:
    WireReply convert(const Form& form) const
    {
        return client->post(account(u"/ai/tomarkdown"_s), form.body(),
                            {"Content-Type: multipart/form-data; boundary=edge"});
    }
    QJsonValue one(const QByteArray& name, const QByteArray& data,
                   const QByteArray& type = "text/plain") const
    {
        const WireReply reply = convert(Form().file("files", name, type, data));
        EXPECT_EQ(reply.status, 200) << reply.body.toStdString();
        EXPECT_EQ(reply.json()["result"_L1].toArray().size(), 1);
        return reply.json()["result"_L1][0];
    }
    QString markdown(const QByteArray& name, const QByteArray& data) const
    {
        const QJsonValue entry = one(name, data);
        EXPECT_EQ(entry["format"_L1].toString(), u"markdown") << data.toStdString();
        return entry["data"_L1].toString();
    }
};

TEST_F(ToMarkdownWire, EveryFileForItself)
{
    const WireReply reply = convert(Form()
                                        .file("files", "a.txt", "text/plain", "grün 树")
                                        .file("files", "b.zip", "application/zip", "PK")
                                        .field("conversionOptions", R"({"html":{}})")
                                        .file("files", "c.json", "application/json", "{broken"));
    ASSERT_EQ(reply.status, 200);
    const QJsonArray entries = reply.json()["result"_L1].toArray();
    ASSERT_EQ(entries.size(), 3);
    EXPECT_EQ(entries[0]["name"_L1].toString(), u"a.txt");
    EXPECT_EQ(entries[0]["mimeType"_L1].toString(), u"text/plain");
    EXPECT_EQ(entries[0]["format"_L1].toString(), u"markdown");
    EXPECT_EQ(entries[0]["data"_L1].toString(), u"grün 树");
    EXPECT_EQ(entries[0]["tokens"_L1].toInt(), 3);
    EXPECT_TRUE(entries[0]["error"_L1].isUndefined());
    for (int i : {1, 2}) {
        EXPECT_EQ(entries[i]["format"_L1].toString(), u"error");
        EXPECT_FALSE(entries[i]["error"_L1].toString().isEmpty());
        EXPECT_TRUE(entries[i]["data"_L1].isUndefined());
    }
    QSet<QString> ids;
    for (const QJsonValue& entry : entries)
        ids.insert(entry["id"_L1].toString());
    EXPECT_EQ(ids.size(), 3);
}

TEST_F(ToMarkdownWire, Html)
{
    EXPECT_EQ(markdown("a.html",
                       "<!DOCTYPE html><html><head><title>T &amp; T</title><style>p{}</style></head><body>"
                       "<h2>Head <em>line</em></h2>\n<p>One\n  two &lt;b&gt; &#x6811;<br>three</p>"
                       "<ul><li>a</li><li><b>b</b> c</li></ul><ol><li>x</li><li>y</li></ol>"
                       "<p>A <a href=\"https://example.com/?a=1&amp;b=2\">link</a>."
                       "<script>if (a<b) {}</script><!-- <p>no</p> --></p></body></html>"),
              u"T & T\n\n## Head *line*\n\nOne two <b> 树  \nthree\n\n- a\n- **b** c\n\n1. x\n2. y\n\n"
              u"A [link](https://example.com/?a=1&b=2).");
    EXPECT_EQ(
        markdown("b.htm",
                 "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
                 "<pre><code>x = 1\n  y</code></pre><blockquote>said</blockquote><img alt='i' src=i.png>"),
        u"| A | B |\n| --- | --- |\n| 1 | 2 |\n\n```\nx = 1\n  y\n```\n\n> said\n\n![i](i.png)");
}

TEST_F(ToMarkdownWire, CsvJsonAndPictures)
{
    EXPECT_EQ(markdown("a.csv", "a,\"b,\"\"c\"\"\"\r\n1,2|3\r\n\r\n4\r\n"),
              u"| a | b,\"c\" |\n| --- | --- |\n| 1 | 2\\|3 |\n| 4 |  |");
    EXPECT_EQ(markdown("a.json", R"({"a":[1]})"), u"```json\n{\n    \"a\": [\n        1\n    ]\n}\n```");
    EXPECT_TRUE(markdown("a.png", png(20, 10, 0xFFD02020)).contains(u"20 by 10 pixels, mostly red"));
    EXPECT_EQ(one("a.txt", "\xFF\xFE\xFA")["format"_L1].toString(), u"error") << "not UTF-8";
    EXPECT_EQ(one("a.png", "no picture", "image/png")["format"_L1].toString(), u"error");
    EXPECT_EQ(one("plain", "x", "text/markdown; charset=utf-8")["format"_L1].toString(), u"markdown")
        << "by the type when the name says nothing";
}

TEST_F(ToMarkdownWire, RefusesWhatIsNoForm)
{
    EXPECT_EQ(client->post(account(u"/ai/tomarkdown"_s), "{}").code(), 5006);
    EXPECT_EQ(client->post(account(u"/ai/tomarkdown"_s), "").code(), 3003);
    EXPECT_EQ(convert(Form().field("files", "not a file")).code(), 5006);
    EXPECT_EQ(convert(Form().field("conversionOptions", "nonsense").file("files", "a.txt", "text/plain", "x"))
                  .code(),
              5006);
    EXPECT_EQ(client->get(account(u"/ai/tomarkdown"_s)).status, 405);
}

TEST_F(ToMarkdownWire, NamesWhatItConverts)
{
    const QJsonArray formats =
        client->get(account(u"/ai/tomarkdown/supported"_s)).json()["result"_L1].toArray();
    EXPECT_GE(formats.size(), 5);
    for (const QJsonValue& format : formats) {
        EXPECT_TRUE(format["extension"_L1].toString().startsWith(u'.'));
        EXPECT_TRUE(format["mimeType"_L1].toString().contains(u'/'));
    }
}

} // namespace orangery::test
