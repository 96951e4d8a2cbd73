// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/pickerrow.h"

#include "gui/picker/modellistmodel.h"
#include "gui/picker/pickerfacts.h"

#include <QLocale>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using Obstacle = PickerRow::Obstacle;

QStringList ids(const QList<PickerRow>& rows)
{
    QStringList names;
    for (const PickerRow& row : rows)
        names.append(row.model.name());
    return names;
}

Model named(const char* name, double price)
{
    return chatModel(QStringLiteral("@cf/maker/%1").arg(QLatin1String(name)), price, 0);
}

TEST(PickerRows, FavouritesFirstThenPriceThenUnknown)
{
    Model unknown = named("unknown", 0);
    unknown.neurons.clear();
    PickerFacts facts =
        simpleFacts(1000, {unknown, named("dear", 30), named("cheap", 10), named("middle", 20)});
    facts.favourites = {QStringLiteral("@cf/maker/dear"), QStringLiteral("@cf/maker/gone"),
                        QStringLiteral("@cf/maker/middle")};
    EXPECT_EQ(ids(pickerRows(facts)), QStringList({QStringLiteral("dear"), QStringLiteral("middle"),
                                                   QStringLiteral("cheap"), QStringLiteral("unknown")}));
}

TEST(PickerRows, CountsHowManyUsualMessagesTheRestPaysFor)
{
    const QList<PickerRow> rows = pickerRows(simpleFacts(100, {named("a", 30), named("b", 100)}));
    EXPECT_EQ(rows[0].moreToday, 3);
    EXPECT_EQ(rows[1].moreToday, 1);
    EXPECT_EQ(rows[1].obstacle, Obstacle::None);
}

TEST(PickerRows, MoreThanIsLeftIsAnObstacleOnlyUnderAHardLimit)
{
    PickerFacts facts = simpleFacts(100, {named("a", 172.4)});
    PickerRow row = pickerRows(facts).first();
    EXPECT_EQ(row.obstacle, Obstacle::NeedsMore);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    EXPECT_EQ(ModelListModel::moreTodayText(row), QStringLiteral("needs 173\u00A0n, 100 left"));
    facts.quota.isHardLimit = false;
    row = pickerRows(facts).first();
    EXPECT_EQ(row.obstacle, Obstacle::None);
}

TEST(PickerRows, ExhaustedByTheServiceLeavesNothing)
{
    PickerFacts facts = simpleFacts(5000, {named("a", 1), named("free", 0)});
    facts.quota.isExhaustedByService = true;
    for (const PickerRow& row : pickerRows(facts))
        EXPECT_EQ(row.isDimmed(), !row.isFree()) << qPrintable(row.model.id);
}

TEST(PickerRows, UnknownQuotaClaimsNothing)
{
    PickerFacts facts = simpleFacts(100, {named("a", 30)});
    facts.quota = Quota();
    const PickerRow row = pickerRows(facts).first();
    EXPECT_FALSE(row.moreToday.has_value());
    EXPECT_FALSE(row.isDimmed());
    EXPECT_EQ(ModelListModel::moreTodayText(row), QString());
}

TEST(PickerRows, PaidPlanModelsNeedThePaidPlan)
{
    Model paid = named("paid", 1);
    paid.paidPlanOnly = true;
    PickerFacts facts = simpleFacts(100, {paid});
    EXPECT_EQ(pickerRows(facts).first().obstacle, Obstacle::PaidPlan);
    EXPECT_EQ(ModelListModel::moreTodayText(pickerRows(facts).first()), QStringLiteral("paid plan"));
    facts.plan = Plan::Paid;
    EXPECT_EQ(pickerRows(facts).first().obstacle, Obstacle::None);
}

TEST(PickerRows, FreeAndUnknownPricesSaySo)
{
    Model unknown = named("unknown", 0);
    unknown.neurons.clear();
    const QList<PickerRow> rows = pickerRows(simpleFacts(100, {named("free", 0), unknown}));
    EXPECT_TRUE(rows[0].isFree());
    EXPECT_EQ(ModelListModel::moreTodayText(rows[0]), QStringLiteral("0\u00A0n"));
    EXPECT_FALSE(rows[1].isFree());
    EXPECT_EQ(ModelListModel::moreTodayText(rows[1]), QStringLiteral("price unknown"));
}

TEST(PickerRows, LeavesOutWhatDoesNotChat)
{
    Model gone = named("gone", 1);
    gone.deprecated = true;
    Model speech = named("speech", 1);
    speech.task = QStringLiteral("Automatic Speech Recognition");
    Model decides = named("decides", 1);
    decides.decisionModel = true;
    EXPECT_TRUE(pickerRows(simpleFacts(100, {gone, speech, decides})).isEmpty());
}

TEST(PickerRows, ModelIdsAreToldFromWords)
{
    for (const char* id : {"@cf/maker/name", "@cf/zai-org/glm-4.7-flash", "openai/gpt-5", "@hf/a/b:tag"})
        EXPECT_TRUE(looksLikeModelId(QString::fromLatin1(id))) << id;
    for (const char* word : {"", "glm", "@cf", "a b/c", "/x", "@cf/", "x/", "https://a b"})
        EXPECT_FALSE(looksLikeModelId(QString::fromLatin1(word))) << word;
}

TEST(ModelListModel, KeepsTheTypedRowLast)
{
    ModelListModel model;
    const PickerFacts facts = simpleFacts(100, {named("a", 1), named("b", 2)});
    model.setRows(pickerRows(facts));
    model.setTyped(QStringLiteral("@cf/x/y"));
    model.setRows(pickerRows(facts));
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_TRUE(model.row(2).isTyped);
    EXPECT_EQ(model.index(2, ModelListModel::Name).data().toString(),
              QStringLiteral("Use @cf/x/y as typed, price unknown"));
    model.setTyped(QString());
    EXPECT_EQ(model.rowCount(), 2);
}

TEST(ModelListModel, FiguresFollowTheLocale)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    EXPECT_EQ(ModelListModel::contextText(131072), QStringLiteral("131 k"));
    EXPECT_EQ(ModelListModel::contextText(1310720), QStringLiteral("1.3 M"));
    EXPECT_EQ(ModelListModel::contextText(0), QString());
    EXPECT_EQ(ModelListModel::priceText(chatModel(QStringLiteral("@cf/a/b"), 26668, 204805)),
              QStringLiteral("26,668 / 204,805"));
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    EXPECT_EQ(ModelListModel::priceText(chatModel(QStringLiteral("@cf/a/b"), 26668, 204805)),
              QStringLiteral("26.668 / 204.805"));
    QLocale::setDefault(QLocale::c());
}

TEST(ModelListModel, SpeaksItsSymbols)
{
    ModelListModel model;
    Model able = named("able", 1);
    able.tools = able.vision = able.reasoning = true;
    model.setRows(pickerRows(simpleFacts(100, {able})));
    EXPECT_EQ(model.index(0, ModelListModel::Abilities).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("Vision, Tools, Reasoning"));
    EXPECT_EQ(model.index(0, ModelListModel::MoreToday).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("about 100 more today"));
}

} // namespace
} // namespace orangery::test
