// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/highlighter.h"

#include <gtest/gtest.h>

namespace orangery {

using namespace Qt::StringLiterals;

namespace {

bool has(const QList<CodeRange>& ranges, const QString& line, const QString& word, CodeClass kind)
{
    const int start = static_cast<int>(line.indexOf(word));
    for (const CodeRange& range : ranges) {
        if (range.kind == kind && range.start <= start && range.start + range.length >= start + word.size())
            return true;
    }
    return false;
}

} // namespace

TEST(Highlighter, FindsKeywordsStringsNumbersAndComments)
{
    Highlighter highlighter(u"Python"_s);
    ASSERT_TRUE(highlighter.isValid());
    const QString line = u"while x < 5.0: notify(\"\u00e4\u00f6 \U0001F600\")  # why"_s;
    const auto ranges = highlighter.nextLine(line);
    EXPECT_TRUE(has(ranges, line, u"while"_s, CodeClass::Keyword));
    EXPECT_TRUE(has(ranges, line, u"5.0"_s, CodeClass::Number));
    EXPECT_TRUE(has(ranges, line, u"notify"_s, CodeClass::Function));
    EXPECT_TRUE(has(ranges, line, u"\"\u00e4\u00f6 \U0001F600\""_s, CodeClass::String));
    EXPECT_TRUE(has(ranges, line, u"# why"_s, CodeClass::Comment));
    for (const CodeRange& range : ranges)
        EXPECT_LE(range.start + range.length, line.size());
}

TEST(Highlighter, CarriesACommentOverLines)
{
    Highlighter highlighter(u"cpp"_s);
    highlighter.nextLine(u"int a; /* begin"_s);
    const QString line = u"int b"_s;
    EXPECT_TRUE(has(highlighter.nextLine(line), line, line, CodeClass::Comment));
    highlighter.nextLine(u"end */"_s);
    EXPECT_TRUE(has(highlighter.nextLine(line), line, u"int"_s, CodeClass::Type));
}

TEST(Highlighter, LeavesUnknownAndEnormousCodePlain)
{
    EXPECT_FALSE(Highlighter(u"brainfork"_s).isValid());
    EXPECT_FALSE(Highlighter::isKnown({}));
    Highlighter highlighter(u"c"_s);
    EXPECT_TRUE(highlighter.nextLine(QString(u"int "_s).repeated(100'000)).isEmpty());
    for (int i = 0; i < Highlighter::MaxLines; ++i)
        highlighter.nextLine(u"x"_s);
    EXPECT_TRUE(highlighter.nextLine(u"int x;"_s).isEmpty());
}

TEST(Highlighter, LoadsEveryLanguageItKnows)
{
    for (const auto* name :
         {"python",     "js",    "ts",      "json",     "c",      "c++",  "java",   "kotlin",
          "c#",         "go",    "rust",    "ruby",     "php",    "perl", "lua",    "bash",
          "sql",        "html",  "xml",     "css",      "diff",   "make", "toml",   "nginx",
          "yaml",       "latex", "haskell", "elixir",   "ocaml",  "lisp", "scheme", "pascal",
          "fortran",    "r",     "d",       "vala",     "gradle", "ada",  "asm",    "awk",
          "powershell", "tcl",   "prolog",  "protobuf", "glsl",   "vim",  "cobol",  "coffee"})
        EXPECT_TRUE(Highlighter(QString::fromLatin1(name)).isValid()) << name;
}

} // namespace orangery
