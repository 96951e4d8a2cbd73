// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/jsonsample.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace orangery::sandbox {

namespace {

using Sample = std::optional<QJsonValue>;

constexpr int deepest = 16;
constexpr int longestList = 50;
constexpr int longestText = 10'000;

/// What follows `key=` or `key:` in the prompt; null when it is not there.
QString valueNamed(const QString& key, const QString& prompt)
{
    if (key.isEmpty())
        return {};
    const QRegularExpression pattern(QStringLiteral("(?<![\\w-])%1\\s*[=:]\\s*(?:\"([^\"]*)\"|([^\\s,;]+))")
                                         .arg(QRegularExpression::escape(key)),
                                     QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(prompt);
    return match.hasMatch() ? match.captured(1) + match.captured(2) : QString();
}

class Sampler
{
public:
    Sampler(const QJsonObject& root, const QString& prompt) : m_root(root), m_prompt(prompt) {}

    Sample of(const QJsonValue& schema, const QString& key, int depth) const
    {
        if (schema == QJsonValue(false) || depth > deepest)
            return std::nullopt;
        return ofResolved(resolved(schema.toObject()), key, depth);
    }

private:
    QJsonObject resolved(QJsonObject schema) const
    {
        for (int hops = 0; schema.contains(QLatin1String("$ref")) && hops < deepest; ++hops) {
            QJsonValue target = m_root;
            const QStringList path = schema[QLatin1String("$ref")].toString().split(u'/').mid(1);
            for (const QString& step : path)
                target = target[step];
            schema = target.toObject();
        }
        for (const QJsonValue& part : schema[QLatin1String("allOf")].toArray()) {
            const QJsonObject other = resolved(part.toObject());
            for (auto member = other.begin(); member != other.end(); ++member) {
                if (member->isObject()) {
                    QJsonObject merged = schema[member.key()].toObject();
                    const QJsonObject added = member->toObject();
                    for (auto entry = added.begin(); entry != added.end(); ++entry)
                        merged[entry.key()] = *entry;
                    schema[member.key()] = merged;
                } else {
                    schema[member.key()] = *member;
                }
            }
        }
        return schema;
    }

    Sample ofResolved(const QJsonObject& schema, const QString& key, int depth) const
    {
        if (schema.contains(QLatin1String("const")))
            return schema[QLatin1String("const")];
        const QString given = valueNamed(key, m_prompt);
        if (schema[QLatin1String("enum")].isArray()) {
            const QJsonArray values = schema[QLatin1String("enum")].toArray();
            for (const QJsonValue& value : values) {
                if (value.toString() == given && !given.isEmpty())
                    return value;
            }
            return values.isEmpty() ? std::nullopt : Sample(values.first());
        }
        for (const char* choice : {"anyOf", "oneOf"}) {
            const QJsonValue choices = schema[QLatin1String(choice)];
            if (choices.isArray())
                return firstOf(choices.toArray(), key, depth);
        }
        const QString type = typeOf(schema);
        if (type == u"integer" || type == u"number")
            return number(schema, type == u"integer", given);
        if (type == u"boolean")
            return given != u"false";
        if (type == u"null")
            return QJsonValue(QJsonValue::Null);
        if (type == u"array")
            return list(schema, key, depth);
        return type == u"object" ? object(schema, depth) : text(schema, given);
    }

    Sample firstOf(const QJsonArray& choices, const QString& key, int depth) const
    {
        for (const QJsonValue& choice : choices) {
            if (Sample sample = of(choice, key, depth + 1))
                return sample;
        }
        return std::nullopt;
    }

    static QString typeOf(const QJsonObject& schema)
    {
        const QJsonValue type = schema[QLatin1String("type")];
        if (!type.isUndefined())
            return type.isArray() ? type.toArray().first().toString() : type.toString();
        return schema[QLatin1String("properties")].isObject() ? QStringLiteral("object")
                                                              : QStringLiteral("string");
    }

    Sample number(const QJsonObject& schema, bool isWhole, const QString& given) const
    {
        const double step = schema[QLatin1String("multipleOf")].toDouble(isWhole ? 1 : 0);
        const double after = schema[QLatin1String("exclusiveMinimum")].toDouble(-HUGE_VAL);
        const double before = schema[QLatin1String("exclusiveMaximum")].toDouble(HUGE_VAL);
        const double least = schema[QLatin1String("minimum")].toDouble(-HUGE_VAL);
        const double most = schema[QLatin1String("maximum")].toDouble(HUGE_VAL);
        const auto fits = [&](double value) {
            return value >= least && value <= most && value > after && value < before &&
                   (step <= 0 || std::fmod(value, step) == 0);
        };
        bool isNumber = false;
        const double wanted = given.toDouble(&isNumber);
        const double between = (std::max(least, after) + std::min(most, before)) / 2;
        const double above = std::ceil(std::max(least, after) / std::max(step, 1e-9)) * step;
        const double below = std::floor(std::min(most, before) / std::max(step, 1e-9)) * step;
        for (const double value : {isNumber ? wanted : HUGE_VAL, least, static_cast<double>(m_prompt.size()),
                                   most, above, above + step, below, below - step, 0.0, between}) {
            if (std::isfinite(value) && fits(value))
                return value;
        }
        return std::nullopt;
    }

    Sample text(const QJsonObject& schema, const QString& given) const
    {
        const int least = schema[QLatin1String("minLength")].toInt(0);
        const int most = schema[QLatin1String("maxLength")].toInt(longestText);
        if (least > most || least > longestText)
            return std::nullopt;
        static const QHash<QString, QString> formats{
            {QStringLiteral("date"), QStringLiteral("2026-11-24")},
            {QStringLiteral("time"), QStringLiteral("12:00:00Z")},
            {QStringLiteral("date-time"), QStringLiteral("2026-11-24T12:00:00Z")},
            {QStringLiteral("email"), QStringLiteral("sandbox@example.org")},
            {QStringLiteral("uri"), QStringLiteral("https://example.org/")},
            {QStringLiteral("uuid"), QStringLiteral("00000000-0000-4000-8000-000000000000")},
        };
        const QString format = formats.value(schema[QLatin1String("format")].toString());
        const QString pattern = schema[QLatin1String("pattern")].toString();
        const QRegularExpression expression(pattern);
        const QString said = QStringLiteral("sandbox: %1").arg(m_prompt.left(60));
        for (QString value : {given, format, said, QStringLiteral("sandbox"), QStringLiteral("S"),
                              QStringLiteral("1"), QStringLiteral("2026-11-24"), QStringLiteral("123")}) {
            if (value.isEmpty())
                continue;
            if (value.size() > most)
                value.truncate(most);
            if (value.size() < least)
                value = value.leftJustified(least, u'.');
            if (pattern.isEmpty() || expression.match(value).hasMatch())
                return value;
        }
        return std::nullopt;
    }

    Sample list(const QJsonObject& schema, const QString& key, int depth) const
    {
        const int least = schema[QLatin1String("minItems")].toInt(0);
        const int most = schema[QLatin1String("maxItems")].toInt(longestList);
        if (least > most || least > longestList)
            return std::nullopt;
        const QJsonArray fixed = schema[QLatin1String("prefixItems")].toArray();
        const QJsonValue items = schema[QLatin1String("items")];
        const int wanted = std::min(std::max({least, 1, static_cast<int>(fixed.size())}), most);
        QJsonArray values;
        for (int i = 0; i < wanted; ++i) {
            const Sample item = of(i < fixed.size() ? fixed[i] : items, key, depth + 1);
            if (!item)
                break;
            values.append(*item);
        }
        return values.size() >= least ? Sample(values) : std::nullopt;
    }

    Sample object(const QJsonObject& schema, int depth) const
    {
        const QJsonObject properties = schema[QLatin1String("properties")].toObject();
        const QJsonArray required = schema[QLatin1String("required")].toArray();
        QJsonObject values;
        for (auto property = properties.begin(); property != properties.end(); ++property) {
            const Sample value = of(*property, property.key(), depth + 1);
            if (value)
                values[property.key()] = *value;
        }
        for (const QJsonValue& name : required) {
            const QString key = name.toString();
            if (values.contains(key))
                continue;
            const QJsonValue others = schema[QLatin1String("additionalProperties")];
            const Sample value = properties.contains(key) ? std::nullopt : of(others, key, depth + 1);
            if (!value)
                return std::nullopt;
            values[key] = *value;
        }
        return values;
    }

    const QJsonObject& m_root;
    const QString& m_prompt;
};

} // namespace

std::optional<QJsonValue> sampleFor(const QJsonObject& schema, const QString& prompt)
{
    return Sampler(schema, prompt).of(schema, {}, 0);
}

} // namespace orangery::sandbox
