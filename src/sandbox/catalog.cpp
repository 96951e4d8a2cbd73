// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/catalog.h"

#include "sandbox/envelope.h"
#include "sandbox/jsonwriter.h"

#include <QFile>
#include <QJsonDocument>
#include <QUuid>
#include <algorithm>

namespace orangery::sandbox {

namespace {

/// How the families of API.md §3.1 (b) and (c) differ on the wire. By name, because no data states it.
struct Family
{
    const char* part;
    Model::UsagePlace usage;
    Model::Reasoning reasoning;
};

constexpr Family chatFamilies[] = {
    {"/glm-", Model::UsagePlace::FinishEvent, Model::Reasoning::ReasoningContent},
    {"/kimi-", Model::UsagePlace::EveryEvent, Model::Reasoning::Reasoning},
    {"/gemma-4-", Model::UsagePlace::FinishEvent, Model::Reasoning::ReasoningContent},
    {"/nemotron-3-", Model::UsagePlace::EveryEvent, Model::Reasoning::ReasoningContent},
    {"/deepseek-v4-", Model::UsagePlace::OwnEvent, Model::Reasoning::ReasoningContent},
    {"/qwen3.8-", Model::UsagePlace::FinishEvent, Model::Reasoning::ReasoningContent},
    {"/gpt-oss-", Model::UsagePlace::OwnEvent, Model::Reasoning::ReasoningContent},
};

void applyFamily(Model& model)
{
    for (const Family& family : chatFamilies) {
        if (model.id.contains(QLatin1String(family.part))) {
            model.shape = Model::Shape::Chat;
            model.usagePlace = family.usage;
            model.reasoning = model.reasons ? family.reasoning : Model::Reasoning::None;
            return;
        }
    }
    if (model.id.contains(u"deepseek-r1-distill") || model.id.contains(u"/qwq-"))
        model.reasoning = Model::Reasoning::ThinkTags;
}

QString wireUnit(const QString& unit)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("inputTokensPerMillion"), QStringLiteral("per M input tokens")},
        {QStringLiteral("cachedInputTokensPerMillion"), QStringLiteral("per M cached input tokens")},
        {QStringLiteral("outputTokensPerMillion"), QStringLiteral("per M output tokens")},
        {QStringLiteral("tile512"), QStringLiteral("per 512 by 512 tile")},
        {QStringLiteral("inputTile512"), QStringLiteral("per input 512x512 tile")},
        {QStringLiteral("outputTile512"), QStringLiteral("per output 512x512 tile")},
        {QStringLiteral("inputTileStep"), QStringLiteral("per input 512x512 tile, per step")},
        {QStringLiteral("outputTileStep"), QStringLiteral("per output 512x512 tile, per step")},
        {QStringLiteral("step"), QStringLiteral("per step")},
        {QStringLiteral("firstMegapixel"), QStringLiteral("per first MP (1024x1024)")},
        {QStringLiteral("furtherMegapixel"), QStringLiteral("per subsequent MP")},
        {QStringLiteral("inputMegapixel"), QStringLiteral("per input image MP")},
        {QStringLiteral("imagesPerMillion"), QStringLiteral("per M images")},
        {QStringLiteral("audioMinute"), QStringLiteral("per audio minute")},
        {QStringLiteral("audioMinuteRealtime"), QStringLiteral("per audio minute (WebSocket)")},
        {QStringLiteral("thousandCharacters"), QStringLiteral("per 1k characters")},
    };
    return names.value(unit, unit);
}

QString uuid(const QString& name)
{
    static const QUuid space(QStringLiteral("{6f9b3a52-3c0e-5f1d-9d0b-0f6f72616e67}"));
    return QUuid::createUuidV5(space, name).toString(QUuid::WithoutBraces);
}

Model modelOf(const QJsonObject& entry)
{
    const auto flag = [&](const char* key) { return entry[QLatin1String(key)].toBool(); };
    Model model;
    model.id = entry[QLatin1String("id")].toString();
    model.task = entry[QLatin1String("task")].toString();
    model.description = entry[QLatin1String("description")].toString();
    model.endsOn = QDate::fromString(entry[QLatin1String("endsOn")].toString(), Qt::ISODate);
    model.contextWindow = entry[QLatin1String("contextWindow")].toInt();
    model.maxOutput = entry[QLatin1String("maxOutputTokens")].toInt();
    model.listed = entry[QLatin1String("listed")].toBool(true);
    model.deprecated = flag("deprecated");
    model.beta = flag("beta");
    model.lora = flag("lora");
    model.tools = flag("tools");
    model.vision = flag("vision");
    model.reasons = flag("reasoning");
    model.asyncQueue = flag("asyncQueue");
    model.partner = flag("partner");
    model.realtime = flag("realtime");
    model.terms = flag("terms");
    model.paidPlanOnly = flag("paidPlanOnly");
    model.byForm = flag("accessByForm");
    model.decision = flag("decisionModel");
    model.reasoningEffort = entry[QLatin1String("reasoningEffort")].toObject();
    for (const QJsonValue& language : entry[QLatin1String("languages")].toArray()) {
        // FLORES codes (hin_Deva) are what a member of the schema takes, the rest is published as a property.
        const QString code = language.toString();
        (code.contains(u'_') ? model.targetLanguages : model.languages).append(code);
    }
    model.prices = entry[QLatin1String("prices")].toArray();
    applyFamily(model);
    return model;
}

QByteArray property(const char* id, const QByteArray& value)
{
    return ObjectWriter().string("property_id", QString::fromLatin1(id)).raw("value", value).bytes();
}

QByteArray priceValue(const QJsonArray& prices)
{
    ArrayWriter array;
    for (const QJsonValue& price : prices) {
        array.raw(ObjectWriter()
                      .string("unit", wireUnit(price[QLatin1String("unit")].toString()))
                      .decimal("price", price[QLatin1String("usd")].toDouble())
                      .string("currency", QStringLiteral("USD"))
                      .bytes());
    }
    return array.bytes();
}

QByteArray effortValue(QJsonObject effort)
{
    effort.remove(QStringLiteral("source"));
    effort.remove(QStringLiteral("toggle"));
    return json(effort);
}

} // namespace

Catalog::Catalog()
{
    QFile file(QStringLiteral(":/sandbox/models.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QJsonObject root = opened ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    m_date = root[QLatin1String("date")].toString();
    for (const QJsonValue& entry : root[QLatin1String("models")].toArray())
        m_models.push_back(modelOf(entry.toObject()));
}

const Model* Catalog::find(const QString& id, const QDate& today) const
{
    const auto found =
        std::find_if(m_models.begin(), m_models.end(), [&](const Model& model) { return model.id == id; });
    return found == m_models.end() || found->hasEnded(today) ? nullptr : &*found;
}

bool Catalog::matches(const Model& model, const QUrlQuery& query, const QDate& today) const
{
    const auto value = [&](const char* key) {
        return query.queryItemValue(QLatin1String(key), QUrl::FullyDecoded).replace(u'+', u' ').trimmed();
    };
    const auto yes = [&](const char* key) { return value(key) == u"true" || value(key) == u"1"; };
    if (!model.listed)
        return false;
    if (model.hasEnded(today) && (!yes("include_deprecated") || model.endsOn < today.addMonths(-3)))
        return false;
    if (yes("hide_experimental") && model.beta)
        return false;
    if (const QString task = value("task");
        !task.isEmpty() && model.task.compare(task, Qt::CaseInsensitive) != 0)
        return false;
    if (const QString author = value("author");
        !author.isEmpty() && model.author().compare(author, Qt::CaseInsensitive) != 0)
        return false;
    if (const QString source = value("source"); !source.isEmpty() && source != u"1")
        return false;
    const QString text = value("search");
    return text.isEmpty() || model.id.contains(text, Qt::CaseInsensitive) ||
           model.description.contains(text, Qt::CaseInsensitive);
}

Reply Catalog::search(const QUrlQuery& query, const QDate& today) const
{
    std::vector<const Model*> found;
    for (const Model& model : m_models) {
        if (matches(model, query, today))
            found.push_back(&model);
    }
    const auto number = [&](const char* key, int fallback, int most) {
        bool ok = false;
        const int value = query.queryItemValue(QLatin1String(key)).toInt(&ok);
        return ok ? std::clamp(value, 1, most) : fallback;
    };
    const int page = number("page", 1, 1'000'000);
    const int perPage = number("per_page", 50, 1000);
    const int total = static_cast<int>(found.size());
    const qint64 first = static_cast<qint64>(page - 1) * perPage;
    ArrayWriter items;
    int count = 0;
    for (qint64 i = first; i < std::min<qint64>(first + perPage, total); ++i, ++count)
        items.raw(item(*found[static_cast<std::size_t>(i)]));
    const QByteArray info = ObjectWriter()
                                .number("page", page)
                                .number("per_page", perPage)
                                .number("count", count)
                                .number("total_count", total)
                                .number("total_pages", (total + perPage - 1) / perPage)
                                .bytes();
    return success(items.bytes(), info);
}

QByteArray Catalog::taskObject(const QString& task)
{
    return ObjectWriter()
        .string("id", uuid(task))
        .string("name", task)
        .string("description", QStringLiteral("Models for: ") + task)
        .bytes();
}

QByteArray Catalog::item(const Model& model) const
{
    ArrayWriter properties;
    const auto number = [&](const char* id, int value) {
        if (value > 0)
            properties.raw(property(id, jsonString(QString::number(value))));
    };
    const auto flag = [&](const char* id, bool value) {
        if (value)
            properties.raw(property(id, R"("true")"));
    };
    number("context_window", model.contextWindow);
    if (!model.prices.isEmpty())
        properties.raw(property("price", priceValue(model.prices)));
    if (!model.reasoningEffort.isEmpty())
        properties.raw(property("reasoning_effort", effortValue(model.reasoningEffort)));
    flag("beta", model.beta);
    flag("lora", model.lora);
    flag("function_calling", model.tools);
    flag("reasoning", model.reasons);
    flag("vision", model.vision);
    flag("async_queue", model.asyncQueue);
    flag("partner", model.partner);
    flag("realtime", model.realtime);
    flag("require_workers_paid", model.paidPlanOnly);
    if (model.deprecated && model.endsOn.isValid())
        properties.raw(property("planned_deprecation_date", jsonString(model.endsOn.toString(Qt::ISODate))));
    if (!model.languages.isEmpty())
        properties.raw(property("languages", jsonString(model.languages.join(QStringLiteral(", ")))));
    if (model.terms)
        properties.raw(property("terms", R"("https://sandbox.invalid/terms")"));

    return ObjectWriter()
        .string("id", uuid(model.id))
        .number("source", 1)
        .string("name", model.id)
        .string("description", model.description)
        .raw("task", taskObject(model.task))
        .string("created_at", m_date + QStringLiteral(" 00:00:00.000"))
        .raw("tags", "[]")
        .raw("properties", properties.bytes())
        .bytes();
}

} // namespace orangery::sandbox
