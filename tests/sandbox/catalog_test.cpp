// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

#include <QSet>

namespace orangery::test {

using namespace Qt::StringLiterals;

class CatalogWire : public SandboxTest
{
protected:
    CatalogWire()
    {
        // The fixed day keeps planned ends from changing what is listed.
        const QDateTime day(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
        sandbox->setClockOffset(std::chrono::seconds(QDateTime::currentDateTimeUtc().secsTo(day)));
    }
    QJsonObject search(const QString& query) const
    {
        return client->get(account(u"/ai/models/search?"_s + query)).json();
    }
    static QJsonValue property(const QJsonValue& model, QLatin1String id)
    {
        for (const QJsonValue& entry : model["properties"_L1].toArray()) {
            if (entry["property_id"_L1] == id)
                return entry["value"_L1];
        }
        return QJsonValue::Undefined;
    }
    QJsonValue model(const QString& name) const
    {
        for (const QJsonValue& entry : search(u"per_page=1000"_s)["result"_L1].toArray()) {
            if (entry["name"_L1] == name)
                return entry;
        }
        return QJsonValue::Undefined;
    }
};

TEST_F(CatalogWire, PagesUntilAnEmptyOne)
{
    const qsizetype total = search(u"per_page=1000"_s)["result"_L1].toArray().size();
    ASSERT_GT(total, 50);
    QSet<QString> names;
    for (int page = 1;; ++page) {
        const QJsonObject answer = search(u"per_page=20&page=%1"_s.arg(page));
        const QJsonArray models = answer["result"_L1].toArray();
        EXPECT_EQ(answer["result_info"_L1]["count"_L1].toInt(), models.size());
        EXPECT_EQ(answer["result_info"_L1]["total_count"_L1].toInt(), total);
        for (const QJsonValue& entry : models)
            names.insert(entry["name"_L1].toString());
        if (models.isEmpty())
            break;
        ASSERT_LT(page, 20);
    }
    EXPECT_EQ(names.size(), total);
}

TEST_F(CatalogWire, FiltersNarrow)
{
    for (const QJsonValue& entry : search(u"task=Text%20Generation&per_page=1000"_s)["result"_L1].toArray())
        EXPECT_EQ(entry["task"_L1]["name"_L1].toString(), u"Text Generation");
    EXPECT_EQ(compact(search(u"task=Text+Generation&per_page=1000"_s)["result"_L1]),
              compact(search(u"task=Text%20Generation&per_page=1000"_s)["result"_L1]));
    const QJsonArray meta = search(u"author=meta&per_page=1000"_s)["result"_L1].toArray();
    ASSERT_FALSE(meta.isEmpty());
    for (const QJsonValue& entry : meta)
        EXPECT_TRUE(entry["name"_L1].toString().startsWith(u"@cf/meta/"));
    EXPECT_EQ(search(u"search=glm-4.7"_s)["result"_L1].toArray().size(), 1);
    EXPECT_TRUE(search(u"search=no-such-thing"_s)["result"_L1].toArray().isEmpty());
    EXPECT_LT(search(u"hide_experimental=true"_s)["result_info"_L1]["total_count"_L1].toInt(),
              search(QString())["result_info"_L1]["total_count"_L1].toInt());
}

TEST_F(CatalogWire, PropertyValuesHaveAllThreeShapes)
{
    const QJsonValue kimi = model(u"@cf/moonshotai/kimi-k2.6"_s);
    ASSERT_TRUE(kimi.isObject());
    EXPECT_EQ(kimi["source"_L1].toInt(), 1);
    EXPECT_EQ(kimi["id"_L1].toString().size(), 36);
    EXPECT_EQ(property(kimi, "context_window"_L1), QJsonValue(u"262144"_s));
    EXPECT_EQ(property(kimi, "require_workers_paid"_L1), QJsonValue(u"true"_s));
    const QJsonArray price = property(kimi, "price"_L1).toArray();
    ASSERT_EQ(price.size(), 3);
    EXPECT_EQ(compact(price[0]), R"({"currency":"USD","price":0.95,"unit":"per M input tokens"})");
    const QJsonObject effort = property(kimi, "reasoning_effort"_L1).toObject();
    EXPECT_EQ(effort["default_effort"_L1].toString(), u"high");
    EXPECT_EQ(effort["supported_efforts"_L1].toArray().size(), 2);
    EXPECT_TRUE(property(model(llama), "reasoning"_L1).isUndefined());
}

TEST_F(CatalogWire, UnlistedAndEndedModelsAreNotFound)
{
    EXPECT_TRUE(model(u"@cf/runwayml/stable-diffusion-v1-5-img2img"_s).isUndefined());
    const QString ended = u"@cf/microsoft/phi-2"_s;
    EXPECT_TRUE(model(ended).isUndefined());
    EXPECT_EQ(run(ended, R"({"prompt":"x"})").code(), 5007);
    // Two months after its end it is still shown to those who ask.
    sandbox->setClockOffset(std::chrono::seconds(
        QDateTime::currentDateTimeUtc().secsTo(QDateTime(QDate(2026, 7, 30), QTime(12, 0), Qt::UTC))));
    const auto found = [&](const QString& query) { return search(query)["result"_L1].toArray().size(); };
    EXPECT_EQ(found(u"search=phi-2"_s), 0);
    EXPECT_EQ(found(u"search=phi-2&include_deprecated=true"_s), 1);
    sandbox->setClockOffset(std::chrono::seconds(
        QDateTime::currentDateTimeUtc().secsTo(QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC))));
    EXPECT_EQ(found(u"search=phi-2"_s), 1) << "before its end it runs";
    EXPECT_EQ(run(ended, R"({"prompt":"x"})").status, 200);
}

} // namespace orangery::test
