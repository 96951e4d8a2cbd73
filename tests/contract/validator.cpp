// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/validator.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace orangery::test {

namespace {

using namespace Qt::StringLiterals;

nlohmann::json parsed(const QByteArray& json)
{
    return nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
}

} // namespace

struct Rules::Compiled
{
    valijson::Schema schema;
};

Rules::Rules(const QJsonObject& schema) : m_compiled(std::make_unique<Compiled>())
{
    const nlohmann::json rules = parsed(QJsonDocument(schema).toJson(QJsonDocument::Compact));
    valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(rules), m_compiled->schema);
}

Rules::~Rules() = default;

QStringList Rules::violations(const QByteArray& json) const
{
    const nlohmann::json document = parsed(json);
    if (document.is_discarded())
        return {u"no JSON: "_s + QString::fromUtf8(json.left(200))};
    valijson::ValidationResults results;
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    if (validator.validate(m_compiled->schema, valijson::adapters::NlohmannJsonAdapter(document), &results))
        return {};
    QStringList problems;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        QString place;
        for (const std::string& step : error.context)
            place += QString::fromStdString(step);
        problems.append(place + u": "_s + QString::fromStdString(error.description));
    }
    return problems.isEmpty() ? QStringList{u"refused without a reason"_s} : problems;
}

QJsonObject strict(QJsonObject schema, const QStringList& besides)
{
    for (const QString& key : {u"anyOf"_s, u"oneOf"_s, u"allOf"_s}) {
        if (!schema.contains(key))
            continue;
        QJsonArray variants;
        const QJsonArray published = schema.value(key).toArray();
        for (const QJsonValue& variant : published)
            variants.append(strict(variant.toObject(), besides));
        schema.insert(key, variants);
    }
    QJsonObject properties = schema.value(u"properties").toObject();
    if (properties.isEmpty())
        return schema;
    for (const QString& name : besides) {
        if (!properties.contains(name))
            properties.insert(name, QJsonObject());
    }
    schema.insert(u"properties"_s, properties);
    schema.insert(u"additionalProperties"_s, false);
    return schema;
}

} // namespace orangery::test
