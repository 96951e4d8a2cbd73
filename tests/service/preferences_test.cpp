// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/preferences.h"

#include "storage/settings.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace orangery {

TEST(Preferences, HaveDefaultsAndOutliveTheProgram)
{
    QTemporaryDir folder;
    {
        Settings settings(folder.path());
        Preferences preferences(settings);
        EXPECT_EQ(preferences.theme(), QStringLiteral("system"));
        EXPECT_EQ(preferences.fontSize(), 0);
        EXPECT_TRUE(preferences.isEnterSending());
        preferences.setTheme(QStringLiteral("dark"));
        preferences.setFontSize(18);
        preferences.setEnterSending(false);
        preferences.setFavouriteModels({QStringLiteral("@cf/a/b")});
        EXPECT_TRUE(preferences.isKeepingAnswers());
        EXPECT_EQ(preferences.spendingLimits(), SpendingLimits());
        preferences.setKeepingAnswers(false);
        preferences.setSpendingLimits({.ofOrigins = {{QStringLiteral("gateway:Pot"), Neurons::of(500.5)}},
                                       .ofSubject = Neurons::of(20)});
    }
    Settings settings(folder.path());
    const Preferences preferences(settings);
    EXPECT_EQ(preferences.theme(), QStringLiteral("dark"));
    EXPECT_EQ(preferences.fontSize(), 18);
    EXPECT_FALSE(preferences.isEnterSending());
    EXPECT_FALSE(preferences.isKeepingAnswers());
    EXPECT_EQ(preferences.spendingLimits().ofOrigins.value(QStringLiteral("gateway:Pot")),
              Neurons::of(500.5));
    EXPECT_EQ(preferences.spendingLimits().ofSubject, Neurons::of(20));
    EXPECT_EQ(preferences.favouriteModels(), QStringList{QStringLiteral("@cf/a/b")});
}

TEST(Preferences, TellOnlyOfRealChanges)
{
    QTemporaryDir folder;
    Settings settings(folder.path());
    Preferences preferences(settings);
    int changes = 0;
    QObject::connect(&preferences, &Preferences::changed, &preferences, [&changes] { ++changes; });
    preferences.setTheme(QStringLiteral("light"));
    preferences.setTheme(QStringLiteral("light"));
    preferences.setWindowState(QStringLiteral("place"), 1);
    EXPECT_EQ(changes, 1);
}

TEST(Preferences, KeepAnUnreadableFontSizeWithinBounds)
{
    QTemporaryDir folder;
    Settings settings(folder.path());
    settings.setValue(QStringLiteral("appearance/fontSize"), 400);
    EXPECT_EQ(Preferences(settings).fontSize(), 24);
}

} // namespace orangery
