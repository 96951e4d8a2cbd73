// SPDX-License-Identifier: GPL-3.0-or-later
// The project's own sources, held against every rule. What a rule means stands in its header.
#include "architecture/includerules.h"
#include "architecture/scenarios.h"
#include "architecture/sourcetree.h"
#include "architecture/textrules.h"
#include "architecture/trrules.h"

#include <gmock/gmock.h>
#include <memory>

namespace orangery::architecture {
namespace {

using testing::IsEmpty;

// Files that may pass their cap, with the reason.
const CapExceptions capExceptions{};

class Architecture : public testing::Test
{
protected:
    static void SetUpTestSuite() { s_tree = std::make_unique<SourceTree>(ORANGERY_SOURCE_DIR); }
    static void TearDownTestSuite() { s_tree.reset(); }

    static const SourceTree& tree() { return *s_tree; }

private:
    static inline std::unique_ptr<SourceTree> s_tree;
};

TEST_F(Architecture, SourcesAreFound)
{
    EXPECT_TRUE(tree().sources().contains("tests/architecture/realtree_test.cpp"));
    EXPECT_GT(tree().below("src/core").size(), 3U);
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(ORANGERY_QT_HEADERS) / "QtCore" / "QString"));
}

TEST_F(Architecture, IncludesKeepToTheTable)
{
    EXPECT_THAT(includesAgainstTable(tree()), IsEmpty());
}

TEST_F(Architecture, LibrariesKeepToTheTable)
{
    EXPECT_THAT(librariesAgainstTable(tree(), ORANGERY_QT_HEADERS), IsEmpty());
}

TEST_F(Architecture, HeadersDoNotGoRound)
{
    EXPECT_THAT(headerCycles(tree()), IsEmpty());
}

TEST_F(Architecture, FilesAreSmall)
{
    EXPECT_THAT(filesOverCap(tree(), capExceptions), IsEmpty());
}

TEST_F(Architecture, NetworkAndSqlStayAtHome)
{
    EXPECT_THAT(networkAndSqlOutOfPlace(tree()), IsEmpty());
}

TEST_F(Architecture, NoSingletonsNoNestedLoops)
{
    EXPECT_THAT(singletonsAndNestedLoops(tree()), IsEmpty());
}

TEST_F(Architecture, ColoursComeFromTheTheme)
{
    EXPECT_THAT(coloursOutsideTheme(tree()), IsEmpty());
}

TEST_F(Architecture, WhatPeopleReadIsTranslated)
{
    EXPECT_THAT(untranslatedStrings(tree()), IsEmpty());
}

TEST_F(Architecture, FormsAreTranslated)
{
    EXPECT_THAT(untranslatedForms(tree()), IsEmpty());
}

TEST_F(Architecture, NothingIsLeftOver)
{
    EXPECT_THAT(leftOvers(tree()), IsEmpty());
}

TEST_F(Architecture, EveryFileNamesItsLicence)
{
    EXPECT_THAT(missingLicence(tree()), IsEmpty());
}

TEST_F(Architecture, DueScenariosHaveTests)
{
    EXPECT_THAT(missingScenarios(tree(), dueScenarios()), IsEmpty());
}

} // namespace
} // namespace orangery::architecture
