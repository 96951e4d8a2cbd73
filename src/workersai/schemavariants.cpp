// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/schemavariants.h"

#include <QJsonArray>

#include <algorithm>

namespace orangery {

namespace {

using namespace Qt::StringLiterals;

// Far beyond any schema that was seen (332 kB, four levels), far below what is felt.
constexpr int mostSteps = 20'000;
constexpr int deepest = 24;
constexpr qsizetype mostVariants = 64;

constexpr QStringView alternativesKeys[] = {u"anyOf", u"oneOf"};

bool isForbidden(const QJsonValue& schema)
{
    if (schema.isBool())
        return !schema.toBool();
    const QJsonValue negated = schema[u"not"];
    return (negated.isObject() && negated.toObject().isEmpty()) || (negated.isBool() && negated.toBool());
}

/// Two schemas that hold at once. Where both say the same thing differently, the second one wins, but
/// members and what is required add up.
QJsonObject both(QJsonObject first, const QJsonObject& second)
{
    for (auto member = second.begin(); member != second.end(); ++member) {
        if (member.key() == u"properties" && member->isObject()) {
            QJsonObject properties = first.value(u"properties").toObject();
            const QJsonObject more = member->toObject();
            for (auto property = more.begin(); property != more.end(); ++property)
                properties.insert(property.key(), property.value());
            first.insert(u"properties"_s, properties);
        } else if (member.key() == u"required" && member->isArray()) {
            QJsonArray required = first.value(u"required").toArray();
            const QJsonArray more = member->toArray();
            for (const QJsonValue& name : more)
                required.append(name);
            first.insert(u"required"_s, required);
        } else {
            first.insert(member.key(), member.value());
        }
    }
    return first;
}

/// In steps, what it takes to copy a schema: nothing for one of ordinary size.
int weight(const QJsonObject& schema)
{
    constexpr qsizetype membersAStep = 64;
    const qsizetype members = schema.size() + schema.value(u"properties").toObject().size() +
                              schema.value(u"required").toArray().size();
    return static_cast<int>(members / membersAStep);
}

/// A list of types is one schema for each.
QList<QJsonObject> byType(const QJsonObject& schema)
{
    const QJsonValue type = schema.value(u"type");
    if (!type.isArray())
        return type.toString() == u"null" ? QList<QJsonObject>() : QList<QJsonObject>{schema};
    QList<QJsonObject> schemas;
    const QJsonArray types = type.toArray();
    for (const QJsonValue& one : types) {
        if (one.toString() == u"null" || schemas.size() >= mostVariants)
            continue;
        QJsonObject typed = schema;
        typed.insert(u"type"_s, one);
        schemas.append(typed);
    }
    return schemas;
}

} // namespace

bool SchemaVariants::spend(qsizetype steps)
{
    if (m_steps <= mostSteps)
        m_steps += static_cast<int>(std::min<qsizetype>(steps, mostSteps));
    return m_steps <= mostSteps;
}

QList<QJsonObject> SchemaVariants::allPairs(const QList<QJsonObject>& firsts,
                                            const QList<QJsonObject>& seconds)
{
    QList<QJsonObject> pairs;
    for (const QJsonObject& first : firsts) {
        for (const QJsonObject& second : seconds) {
            if (pairs.size() == mostVariants || !spend(weight(first) + weight(second)))
                return pairs;
            pairs.append(both(first, second));
        }
    }
    return pairs;
}

QJsonValue SchemaVariants::target(const QString& reference) const
{
    if (!reference.startsWith(u'#'))
        return {}; // nothing is fetched from elsewhere
    QJsonValue value = m_root;
    const QStringList steps = reference.mid(1).split(u'/', Qt::SkipEmptyParts);
    for (QString step : steps) {
        step.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        value = value.isArray() ? value.toArray().at(step.toInt()) : value.toObject().value(step);
    }
    return value;
}

QJsonObject SchemaVariants::resolved(const QJsonValue& schema, int depth)
{
    QJsonObject object = schema.toObject();
    while (object.value(u"$ref").isString()) {
        const QString reference = object.take(u"$ref"_s).toString();
        const QJsonObject named = target(reference).toObject();
        if (++depth > deepest || !spend(1 + weight(named) + weight(object)))
            return {};
        object = both(named, object);
    }
    return object;
}

QList<QJsonObject> SchemaVariants::flattened(const QJsonValue& schema, int depth)
{
    if (isForbidden(schema) || depth > deepest || !spend(1))
        return {};
    QJsonObject object = resolved(schema, depth);
    const QJsonArray all = object.take(u"allOf"_s).toArray();
    QList<QJsonArray> choices;
    for (const QStringView key : alternativesKeys) {
        if (const QJsonArray alternatives = object.take(key).toArray(); !alternatives.isEmpty())
            choices.append(alternatives);
    }
    QList<QJsonObject> schemas{object};
    for (const QJsonValue& part : all)
        schemas = allPairs(schemas, flattened(part, depth + 1));
    for (const QJsonArray& alternatives : std::as_const(choices)) {
        QList<QJsonObject> chosen;
        for (const QJsonValue& alternative : alternatives) {
            if (chosen.size() < mostVariants)
                chosen += flattened(alternative, depth + 1);
        }
        schemas = allPairs(schemas, chosen);
    }
    QList<QJsonObject> typed;
    for (const QJsonObject& one : std::as_const(schemas)) {
        typed += byType(one);
        spend(std::max<qsizetype>(1, one.value(u"type").toArray().size()) - 1);
    }
    return typed.mid(0, mostVariants);
}

QList<QJsonObject> SchemaVariants::ofValue(const QJsonValue& schema)
{
    return flattened(schema, 0);
}

QList<SchemaVariant> SchemaVariants::ofInput(const QJsonValue& schema)
{
    QList<SchemaVariant> variants;
    if (!schema.isObject())
        return variants;
    const QList<QJsonObject> schemas = flattened(schema, 0);
    for (const QJsonObject& object : schemas) {
        const QString type = object.value(u"type").toString();
        SchemaVariant variant;
        variant.isFile = type == u"string";
        const QJsonObject properties = object.value(u"properties").toObject();
        if (!spend(properties.size() / 2))
            break;
        for (auto property = properties.begin(); property != properties.end(); ++property) {
            if (!isForbidden(property.value()))
                variant.properties.insert(property.key(), property.value());
        }
        const QJsonArray required = object.value(u"required").toArray();
        for (const QJsonValue& name : required)
            variant.required.insert(name.toString());
        if (variant.isFile || !variant.properties.isEmpty())
            variants.append(variant);
    }
    return variants;
}

} // namespace orangery
