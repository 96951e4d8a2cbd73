// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

namespace orangery {

/// One way in which an input may look: an object with these members, or a bare string, which stands for a
/// file's bytes.
struct SchemaVariant
{
    QMap<QString, QJsonValue> properties; ///< each a schema
    QSet<QString> required;
    bool isFile = false;
};

/// A JSON Schema taken apart, as far as the service's schemas go: $ref within it, anyOf, oneOf, allOf, lists
/// of types. Ends whatever the schema says: circles and towers of alternatives are cut off.
class SchemaVariants
{
public:
    /// `root`: what a $ref begins at.
    explicit SchemaVariants(QJsonObject root) : m_root(std::move(root)) {}

    /// The ways in which a whole input may look; none where it is neither an object nor a string.
    QList<SchemaVariant> ofInput(const QJsonValue& schema);
    /// The schemas that a value may follow, each of one type and without null; none where nothing is allowed.
    QList<QJsonObject> ofValue(const QJsonValue& schema);

private:
    QJsonObject resolved(const QJsonValue& schema, int depth);
    QJsonValue target(const QString& reference) const;
    QList<QJsonObject> flattened(const QJsonValue& schema, int depth);
    QList<QJsonObject> allPairs(const QList<QJsonObject>& firsts, const QList<QJsonObject>& seconds);
    /// False when there was enough of it: then what is missing stays so.
    bool spend(qsizetype steps);

    QJsonObject m_root;
    int m_steps = 0;
};

} // namespace orangery
