// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule is shown a small tree that breaks it, and one beside it that does not.
#include "architecture/includerules.h"
#include "architecture/scenarios.h"
#include "architecture/sourcetree.h"
#include "architecture/textrules.h"
#include "architecture/texttools.h"
#include "architecture/trrules.h"

#include <QTemporaryDir>
#include <fstream>
#include <gmock/gmock.h>

namespace orangery::architecture {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;
using testing::UnorderedElementsAre;

class Rules : public testing::Test
{
protected:
    void write(const std::string& path, const std::string& text)
    {
        const auto file = std::filesystem::path(m_folder.path().toStdString()) / path;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }

    SourceTree tree() const { return SourceTree(m_folder.path().toStdString()); }

private:
    QTemporaryDir m_folder;
};

TEST_F(Rules, LexerTellsCommentsAndLiteralsApart)
{
    const auto file = SourceFile::parse("src/a.cpp", "int a = 1'000; // \"no\"\n"
                                                     "auto b = \"x // y\\\"\"; /* \"z\" */ char c = '\"';\n"
                                                     "auto d = R\"q(raw \" )\" here)q\"; int e;\n");
    ASSERT_THAT(file.literals, SizeIs(2));
    EXPECT_EQ(file.literals[0].value, "x // y\\\"");
    EXPECT_EQ(file.literals[1].value, "raw \" )\" here");
    EXPECT_THAT(file.code,
                AllOf(HasSubstr("x // y"), testing::Not(HasSubstr("no")), testing::Not(HasSubstr("z"))));
    EXPECT_THAT(file.plain, AllOf(HasSubstr("int e;"), testing::Not(HasSubstr("raw"))));
    EXPECT_EQ(file.code.size(), file.text.size());
    EXPECT_EQ(file.lineCount(), 3);
}

TEST_F(Rules, IncludeUpwardsIsFound)
{
    write("src/core/a.h", "#include \"net/b.h\"\n");
    write("src/net/b.h", "#include \"core/c.h\"\n#include \"b2.h\"\n");
    write("src/net/b2.h", "");
    write("src/core/c.h", "// #include \"net/b.h\"\n");
    EXPECT_THAT(includesAgainstTable(tree()),
                ElementsAre("src/core/a.h:1: core may not include \"net/b.h\""));
}

TEST_F(Rules, IncludeBetweenFeaturesIsFound)
{
    write("src/features/chat/a.h", "#include \"features/images/b.h\"\n#include \"features/chat/c.h\"\n");
    write("src/features/chat/c.h", "");
    write("src/features/images/b.h", "#include \"service/s.h\"\n");
    write("src/service/s.h", "");
    write("src/gui/g.h",
          "#include \"features/images/b.h\"\n#include \"storage/d.h\"\n#include \"ui_page.h\"\n");
    write("src/storage/d.h", "");
    EXPECT_THAT(includesAgainstTable(tree()),
                UnorderedElementsAre(HasSubstr("src/features/chat/a.h:1: features/chat"),
                                     HasSubstr("src/gui/g.h:2: gui may not")));
}

TEST_F(Rules, SandboxMayNotShareTheClientsCode)
{
    write("src/sandbox/a.h",
          "#include \"workersai/b.h\"\n#include \"net/c.h\"\n#include \"httpserver/d.h\"\n");
    write("src/workersai/b.h", "");
    write("src/net/c.h", "");
    write("src/httpserver/d.h", "");
    EXPECT_THAT(includesAgainstTable(tree()), SizeIs(2));
}

TEST_F(Rules, AppAndGuiKeepTheirContracts)
{
    write("src/app/a.h", "#include \"gui/b.h\"\n#include <QLabel>\n");
    write("src/gui/b.h", "#include \"app/a.h\"\n#include <QLabel>\n#include <QtSql/QSqlQuery>\n");
    write("src/main.cpp", "#include \"app/a.h\"\n#include \"gui/b.h\"\n#include <QApplication>\n");
    EXPECT_THAT(includesAgainstTable(tree()),
                UnorderedElementsAre(HasSubstr("src/app/a.h:1"), HasSubstr("src/gui/b.h:1")));
    EXPECT_THAT(librariesAgainstTable(tree(), ORANGERY_QT_HEADERS),
                UnorderedElementsAre(AllOf(HasSubstr("src/app/a.h:2"), HasSubstr("QtWidgets")),
                                     AllOf(HasSubstr("src/gui/b.h:3"), HasSubstr("QtSql"))));
}

TEST_F(Rules, UnknownFolderAndUnknownFileAreFound)
{
    write("src/attic/a.h", "");
    write("src/core/b.h", "#include \"core/gone.h\"\n");
    EXPECT_THAT(includesAgainstTable(tree()),
                UnorderedElementsAre("src/attic/a.h: in no folder of the table",
                                     HasSubstr("\"core/gone.h\" is no file of src")));
}

TEST_F(Rules, LibraryOutOfPlaceIsFound)
{
    write("src/net/a.cpp",
          "#include <QNetworkReply>\n#include <QColor>\n#include <sqlite3.h>\n#include <vector>\n");
    write("src/core/b.cpp", "#include <QFile>\n#include <QString>\n#include <QTcpSocket>\n");
    EXPECT_THAT(librariesAgainstTable(tree(), ORANGERY_QT_HEADERS),
                UnorderedElementsAre("src/net/a.cpp:2: net may not use QtGui (<QColor>)",
                                     "src/net/a.cpp:3: <sqlite3.h> belongs to storage alone",
                                     "src/core/b.cpp:1: core must do without <QFile>",
                                     "src/core/b.cpp:3: core may not use QtNetwork (<QTcpSocket>)"));
}

TEST_F(Rules, HeaderCycleIsFoundOnce)
{
    write("src/core/a.h", "#include \"core/b.h\"\n");
    write("src/core/b.h", "#include \"c.h\"\n");
    write("src/core/c.h", "#include \"core/a.h\"\n");
    write("src/core/d.h", "#include \"core/a.h\"\n");
    EXPECT_THAT(headerCycles(tree()),
                ElementsAre("src/core/a.h → src/core/b.h → src/core/c.h → src/core/a.h"));
}

TEST_F(Rules, LongFilesAreFound)
{
    write("src/core/long.h", std::string(121, '\n'));
    write("src/core/fits.h", std::string(120, '\n'));
    write("src/core/long.cpp", std::string(301, '\n'));
    write("tests/core/long.cpp", std::string(301, '\n'));
    EXPECT_THAT(filesOverCap(tree(), {{"src/core/long.cpp", "a table"}, {"src/core/fits.h", "none"}}),
                UnorderedElementsAre("src/core/long.h: 121 lines, cap 120",
                                     "tests/core/long.cpp: 301 lines, cap 300",
                                     "src/core/fits.h: an exception to the caps that is not needed"));
}

TEST_F(Rules, NetworkAndSqlOutOfPlaceAreFound)
{
    write("src/net/a.cpp", "QNetworkAccessManager m;\n");
    write("src/workersai/b.cpp", "QNetworkAccessManager m; // \n");
    write("src/storage/c.cpp", "QSqlQuery q;\n");
    write("src/service/d.cpp", "QSqlQuery q; const char* s = \"QSqlQuery\"; // QSqlQuery\n");
    write("src/gui/e.cpp", "QNetworkProxy p;\n");
    EXPECT_THAT(networkAndSqlOutOfPlace(tree()),
                UnorderedElementsAre(StartsWith("src/workersai/b.cpp:1"), StartsWith("src/service/d.cpp:1"),
                                     StartsWith("src/gui/e.cpp:1")));
}

TEST_F(Rules, SingletonsAndNestedLoopsAreFound)
{
    write("src/core/a.h", "class A {\n    static A& instance();\n};\n");
    write("src/gui/b.cpp",
          "QEventLoop loop;\nQCoreApplication::processEvents();\nauto* q = QCoreApplication::instance();\n");
    write("tests/core/c.cpp", "QEventLoop loop;\n");
    EXPECT_THAT(singletonsAndNestedLoops(tree()),
                UnorderedElementsAre("src/core/a.h:2: no singletons", "src/gui/b.cpp:1: no nested event loop",
                                     "src/gui/b.cpp:2: no processEvents"));
}

TEST_F(Rules, ColoursOutsideTheThemeAreFound)
{
    write("src/gui/a.cpp", "auto a = u\"#ff8800\"_s;\nQColor b(12, 3, 4);\nauto c = Qt::red;\n");
    write("src/gui/style/themecolors.cpp", "auto a = \"#ff8800\";\n");
    write("src/gui/style/mask.cpp", "auto a = Qt::black;\nauto b = \"#123456\";\n");
    write("src/gui/fine.cpp",
          "auto h = \"# Title\"; auto i = \"#12345\"; auto e = \"&#123;\"; auto t = Qt::transparent;\n");
    write("ui/b.ui", "<string>color: #fff</string>\n");
    EXPECT_THAT(coloursOutsideTheme(tree()),
                UnorderedElementsAre(StartsWith("src/gui/a.cpp:1"), StartsWith("src/gui/a.cpp:2"),
                                     StartsWith("src/gui/a.cpp:3"), StartsWith("src/gui/style/mask.cpp:2"),
                                     StartsWith("ui/b.ui")));
}

TEST_F(Rules, UntranslatedStringsAreFound)
{
    write("src/gui/a.cpp", "void f() {\n"
                           "    a->setText(QStringLiteral(\"Send\"));\n"
                           "    a->setText(tr(\"Send\"));\n"
                           "    a->setText(tr(\"%1 of %2\").arg(x, u\" / \"_s));\n"
                           "    menu->addAction(icon(u\"copy\"_s), u\"Copy it\"_s, this, &A::copy);\n"
                           "    a->setToolTip(b ? tr(\"Yes\") : u\"Nein\"_s);\n"
                           "    a->setText(u\"Cloudflare\"_s); // untranslated: a name\n"
                           "    a->setText(u\"%1\\n\"_s);\n"
                           "    a->setObjectName(u\"sendButton\"_s);\n"
                           "    auto* l = new QLabel(\n        QString::fromUtf8(\"发送\"));\n"
                           "    a->setText(u\"tokens\"_s);\n"
                           "    page->addButton(u\"backButton\"_s, tr(\"Back\"), u\"arrow-left\"_s);\n"
                           "    a->setWindowTitle(u\"Orangery\"_s);\n"
                           "}\n");
    write("src/storage/b.cpp", "a->setText(\"Send\");\n");
    EXPECT_THAT(untranslatedStrings(tree()),
                UnorderedElementsAre("src/gui/a.cpp:2: setText shows \"Send\" without tr()",
                                     "src/gui/a.cpp:5: addAction shows \"Copy it\" without tr()",
                                     "src/gui/a.cpp:6: setToolTip shows \"Nein\" without tr()",
                                     StartsWith("src/gui/a.cpp:11: QLabel shows"),
                                     StartsWith("src/gui/a.cpp:12: setText")));
}

TEST_F(Rules, UntranslatedFormsAreFound)
{
    write("ui/a.ui", "<string notr=\"true\">Send</string><string>Stop</string><string "
                     "notr=\"true\">…</string><string notr=\"true\">proxy.example.org</string>");
    write("ui/b.ui", "<property name=\"styleSheet\"><string/></property>");
    EXPECT_THAT(untranslatedForms(tree()),
                UnorderedElementsAre(HasSubstr("ui/a.ui: \"Send\""), StartsWith("ui/b.ui")));
}

TEST_F(Rules, LeftOversAreFound)
{
    write("src/core/a.cpp", std::string("int a;\n// TO") + "DO: b\n");
    write("script/run", std::string("# FIX") + "ME\n");
    write("src/core/fine.cpp", "int todo; // a todo list\n");
    EXPECT_THAT(leftOvers(tree()),
                UnorderedElementsAre("src/core/a.cpp:2: left over", "script/run:1: left over"));
}

TEST_F(Rules, MissingLicenceIsFound)
{
    const std::string line = "SPDX-License-Identifier: GPL-3.0-or-later\n";
    write("src/core/a.cpp", "\n// " + line);
    write("src/core/b.h", "// " + line);
    write("src/core/CMakeLists.txt", "project(x)\n");
    write("script/run", "#!/bin/sh\n# " + line);
    write("script/packages.txt", "cmake\n");
    write("script/bare", "#!/bin/sh\n");
    EXPECT_THAT(missingLicence(tree()),
                UnorderedElementsAre(StartsWith("src/core/a.cpp"), StartsWith("script/bare"),
                                     StartsWith("src/core/CMakeLists.txt")));
}

TEST_F(Rules, MissingScenariosAreFound)
{
    write("tests/gui/a.cpp", "TEST(S_Chat_1, Streams) {}\nTEST_F(Chat,\n       S_Chat_3_FirstHalf) {}\n"
                             "TEST(S_Chat_22, A) {}\nTEST(S_Chat_4, DISABLED_B) {}\n// TEST(S_Chat_5, C)\n");
    EXPECT_THAT(
        missingScenarios(tree(), {"S_Chat_1", "S_Chat_2", "S_Chat_3", "S_Chat_4", "S_Chat_5"}),
        UnorderedElementsAre(StartsWith("S_Chat_2 "), StartsWith("S_Chat_4 "), StartsWith("S_Chat_5 ")));
}

TEST_F(Rules, GoodTreeHasNoFindings)
{
    const std::string line = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    write("src/core/a.h", line + "#pragma once\n#include <QString>\n");
    write("src/net/b.cpp", line + "#include \"core/a.h\"\n#include <QNetworkAccessManager>\n");
    const auto good = tree();
    EXPECT_THAT(includesAgainstTable(good), IsEmpty());
    EXPECT_THAT(librariesAgainstTable(good, ORANGERY_QT_HEADERS), IsEmpty());
    EXPECT_THAT(headerCycles(good), IsEmpty());
    EXPECT_THAT(filesOverCap(good, {}), IsEmpty());
    EXPECT_THAT(networkAndSqlOutOfPlace(good), IsEmpty());
    EXPECT_THAT(missingLicence(good), IsEmpty());
}

} // namespace
} // namespace orangery::architecture
