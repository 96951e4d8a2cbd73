// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/makernames.h"

#include "gui/picker/pickerfacts.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

TEST(MakerNames, KnowsHowMakersWriteThemselves)
{
    EXPECT_EQ(makerName(QStringLiteral("zai-org")), QStringLiteral("Z.ai"));
    EXPECT_EQ(makerName(QStringLiteral("ibm-granite")), QStringLiteral("IBM"));
    EXPECT_EQ(makerName(QStringLiteral("meta-llama")), QStringLiteral("Meta"));
}

TEST(MakerNames, CapitalisesWhatItDoesNotKnow)
{
    EXPECT_EQ(makerName(QStringLiteral("new-maker-x")), QStringLiteral("New Maker X"));
    EXPECT_EQ(makerName(QString()), QString());
    EXPECT_EQ(makerName(QStringLiteral("--")), QString());
}

TEST(MakerNames, HasEveryMakerOfTheBundledCatalog)
{
    const Catalog catalog = bundledCatalog();
    ASSERT_FALSE(catalog.models.isEmpty());
    for (const Model& model : catalog.models) {
        const QString slug = model.maker();
        if (slug != QLatin1String("fblgit")) {
            EXPECT_NE(makerName(slug), slug);
        }
        EXPECT_FALSE(makerName(slug).isEmpty()) << qPrintable(model.id);
    }
}

} // namespace
} // namespace orangery::test
