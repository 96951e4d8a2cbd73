// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/modelfilter.h"

#include "gui/picker/modellistmodel.h"
#include "gui/picker/pickerfacts.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

class ModelFilterTest : public testing::Test
{
protected:
    ModelFilterTest()
    {
        Model tools = chatModel(QStringLiteral("@cf/zai-org/glm"), 1, 1);
        tools.tools = true;
        tools.description = QStringLiteral("Fast multilingual model");
        Model sees = chatModel(QStringLiteral("@cf/google/gemma"), 2, 2);
        sees.vision = sees.tools = true;
        Model paid = chatModel(QStringLiteral("@cf/moonshotai/kimi"), 3, 3);
        paid.paidPlanOnly = paid.reasoning = true;
        Model free = chatModel(QStringLiteral("@cf/mistral/adapter-base"), 0, 0);
        free.lora = true;
        m_models.setRows(pickerRows(simpleFacts(100, {tools, sees, paid, free})));
        m_filter.setSourceModel(&m_models);
    }

    QStringList names() const
    {
        QStringList found;
        for (int row = 0; row < m_filter.rowCount(); ++row)
            found.append(m_filter.rowAt(m_filter.index(row, 0)).model.name());
        found.sort();
        return found;
    }

    ModelListModel m_models;
    ModelFilter m_filter;
};

TEST_F(ModelFilterTest, EveryWordMustOccurSomewhere)
{
    m_filter.setText(QStringLiteral("  FAST z.ai "));
    EXPECT_EQ(names(), QStringList{QStringLiteral("glm")});
    m_filter.setText(QStringLiteral("fast google"));
    EXPECT_TRUE(names().isEmpty());
    m_filter.setText(QStringLiteral("@cf/moonshotai"));
    EXPECT_EQ(names(), QStringList{QStringLiteral("kimi")});
}

TEST_F(ModelFilterTest, PillsAreJoinedByAnd)
{
    m_filter.setWishes(ModelFilter::Tools);
    EXPECT_EQ(names(), QStringList({QStringLiteral("gemma"), QStringLiteral("glm")}));
    m_filter.setWishes(ModelFilter::Tools | ModelFilter::Vision);
    EXPECT_EQ(names(), QStringList{QStringLiteral("gemma")});
    m_filter.setWishes(ModelFilter::Tools | ModelFilter::Reasoning);
    EXPECT_TRUE(names().isEmpty());
}

TEST_F(ModelFilterTest, PlanAndPrice)
{
    m_filter.setWishes(ModelFilter::OnMyPlan);
    EXPECT_FALSE(names().contains(QStringLiteral("kimi")));
    EXPECT_EQ(names().size(), 3);
    m_filter.setWishes(ModelFilter::Free);
    EXPECT_EQ(names(), QStringList{QStringLiteral("adapter-base")});
    m_filter.setWishes(ModelFilter::Lora);
    EXPECT_EQ(names(), QStringList{QStringLiteral("adapter-base")});
}

TEST_F(ModelFilterTest, TheTypedIdAlwaysPasses)
{
    m_models.setTyped(QStringLiteral("@cf/new/model"));
    m_filter.setText(QStringLiteral("@cf/new/model"));
    m_filter.setWishes(ModelFilter::Vision);
    EXPECT_EQ(names(), QStringList{QStringLiteral("model")});
}

} // namespace
} // namespace orangery::test
