// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/corpus.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

QStringList markdownCorpus()
{
    QStringList texts = {
        u""_s,
        u"\n\n\n"_s,
        u"One line"_s,
        u"# Title\n\nText with **bold**, *italic*, ~~struck~~, `code` and <b>tags</b>.\n\n## Next ##\ntext"_s,
        u"Setext\n======\n\nSecond\n---\nafter\n***\n___\n- - -\nend"_s,
        u"two lines\nof a paragraph  \nhard break\\\nanother\n\n\n\nfar away"_s,
        u"- a\n- b\n  - c\n    - d\n\n      text of d\n- e\n\n  second paragraph of e\n\nafter"_s,
        u"1. one\n2. two\n   ```py\n   x = 1\n\n   y = 2\n   ```\n3. three\n\n7) other list\n8) goes on"_s,
        u"* a\n\n* b\n\n\n* c\n+ other\n+ list\n-\n- after an empty item"_s,
        u"- [ ] open\n- [x] done\n- plain\n\n1. [X] numbered"_s,
        u"| a | b |\n|---|:-:|\n| 1 | `x|y` |\n| **2** | [l](http://e.org) | extra |\n| short\n\nafter"_s,
        u"intro\n| a | b |\n| - | - |\n| 1 | 2 |\n# heading ends it"_s,
        u"```\nfence\n\n# no heading\n- no list\n```\n~~~~ python title=x\n~~~\n```\n~~~~\nafter"_s,
        u"   ```js\n   indented\n     more\n   ```\ntext\n```unclosed\ncode\n\n\nmore"_s,
        u"    indented code\n\n    more\n\n\ntext\n    lazy\n\n\tcode by tab\n"_s,
        u"> quote\n> > deeper\n> - list\n> ```\n> code\n> ```\nlazy?\n\n> second\nlazy line\n\nend"_s,
        u"<div>\nhtml **not bold**\n\n**bold**\n</div>\n\n<!-- comment\n\n# no heading\n-->\nafter <br> tag<br/>x"_s,
        u"<script>\nif (a < b) {\n\n# x\n}\n</script>\n\ntext\n<details>\n<summary>s</summary>\n\ninner\n\n</details>"_s,
        u"See [later] and [text][Ref A] and [Ref a][], ![pic][later].\n\nmore [ref a]\n\n[later]: "
        u"http://e.org/x\n"
        "[ref A]: <http://e.org/y> \"Title\"\n\nafter [later] again\n\n[later]: http://second.example\n"_s,
        u"A note[^1] and another[^long-name], unknown[^no].\n\n[^1]: The *first* note.\n    goes on\n\n    "
        u"second "
        "paragraph\n\n[^long-name]: other\n\ntext [^1]"_s,
        u"T = vector<int> x; if a<b then\n\nmail@example.org, www.example.org, https://example.org/a_b_c."_s,
        u"Math $a_1 * b_2 * c$ costs $5 and $10.\n\n$$\n\\sum_{i=1}^n x_i\n- b\n= c\n$$\n\n\\[ a_b *c* \\] "
        u"and \\(x*y*z\\)"
        "\n\n\\[\n# no heading\n\\]\n\nescaped \\$ and \\*star\\* `$a_b$` $unclosed_x"_s,
        u"\u8fd9\u662f**\u7c97\u4f53**\u6587\u5b57\u3002\n\n- \u7b2c\u4e00\n- \u7b2c\u4e8c\n\n| \u540d | \u503c |\n|---|---|\n| \u7532 | 1 |"_s,
        u"\u05e9\u05dc\u05d5\u05dd **\u05e2\u05d5\u05dc\u05dd**\n\n\u0645\u0631\u062d\u0628\u0627 1. 2\n\n- \u0623\n- \u0628"_s,
        u"\U0001F600 *\U0001F468\u200D\U0001F469\u200D\U0001F467* \U0001F1E9\U0001F1EA\n\n```\n\U0001F680\n```"_s,
        u"data: {\"x\": 1}\n\ndata: [DONE]\n\nevent: x\n: comment"_s,
        u"# CRLF\r\n\r\n- a\r\n- b\r\n\r\n```c\r\nint x;\r\n\r\n```\r\ntext\rold mac\r\rend\r\n"_s,
        u"a\u0000b \uFDD0\uFDD3 noncharacters \uFFFE\n\n\u2060joiner"_s,
        QString(u"half "_s + QChar(0xD83D) + u" pair"_s),
        u"***both*** **_mix_** *a **b** c* __init__ snake_case_word 2*3*4"_s,
        u"[a](javascript:alert(1)) [b](<with space>) [c](x \"t\") ![alt *text*](p.png)"_s,
        u"---\nfront: matter\n---\n\n-----\n\n====\n\n#\n##no\n#\ttab\n####### seven"_s,
        u"1986\\. A year\n\n1. a\n1. b\n1. c\n\n0. zero\n\n123456789. nine\n\n1234567890. ten"_s,
    };
    QString list;
    QString nested;
    QString table = u"| n | text |\n|--:|:--|\n"_s;
    for (int i = 1; i <= 57; ++i) {
        list += QString::number(i) + u". item **"_s + QString::number(i) + u"**\n"_s;
        nested += u"1. outer\n   - inner *a*\n\n     deep\n\n"_s;
        table += u"| "_s + QString::number(i) + u" | cell `c` with some words |\n"_s;
    }
    texts << list << nested << table;
    texts << QString(u"word **bold** "_s).repeated(1500);
    texts << QString(20000, u'x') << QString(u"line of a paragraph\n"_s).repeated(900);
    texts << table + QString(u"| 1 | many rows make a table that is cut |\n"_s).repeated(2500);
    texts << QString(u"> "_s).repeated(3000) + u"deep"_s << QString(u"*a **a "_s).repeated(800);
    texts << QString(u"- "_s).repeated(500) + u"x"_s << QString(u"[a"_s).repeated(3000);
    texts << texts.mid(3, 20).join(u"\n\n"_s);
    return texts;
}

QString randomMarkdown(std::mt19937& random, int lines)
{
    static const QStringList pieces = {
        u""_s,
        u""_s,
        u""_s,
        u"text"_s,
        u"more *text* here"_s,
        u"# h"_s,
        u"## h2 ##"_s,
        u"---"_s,
        u"==="_s,
        u"***"_s,
        u"- a"_s,
        u"- "_s,
        u"  - b"_s,
        u"    - c"_s,
        u"+ d"_s,
        u"1. x"_s,
        u"2. y"_s,
        u"3) z"_s,
        u"   in item"_s,
        u"  two"_s,
        u"      six"_s,
        u"> q"_s,
        u"> - ql"_s,
        u">"_s,
        u"```"_s,
        u"```py"_s,
        u"~~~"_s,
        u"````"_s,
        u"   ```"_s,
        u"| a | b |"_s,
        u"|---|---|"_s,
        u"| 1 | 2 |"_s,
        u"<div>"_s,
        u"</div>"_s,
        u"<!-- c"_s,
        u"-->"_s,
        u"<b>i</b>"_s,
        u"[r]: http://e.org"_s,
        u"[r] [s][r]"_s,
        u"[^1]: note"_s,
        u"x[^1]"_s,
        u"    code"_s,
        u"\tcode"_s,
        u"$$"_s,
        u"$a_b$ *c*"_s,
        u"\\["_s,
        u"\\]"_s,
        u"\u4e2d\u6587**\u7c97**"_s,
        u"\U0001F600"_s,
        u"a  "_s,
        u"- [x] t"_s,
        u"-"_s,
    };
    static const QStringList ends = {u"\n"_s, u"\n"_s, u"\n"_s, u"\n"_s, u"\r\n"_s, u"\r"_s};
    QString text;
    for (int i = 0; i < lines; ++i)
        text += pieces[static_cast<qsizetype>(random() % static_cast<unsigned>(pieces.size()))] +
                ends[static_cast<qsizetype>(random() % static_cast<unsigned>(ends.size()))];
    return text;
}

} // namespace orangery::test
