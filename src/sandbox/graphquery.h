// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace orangery::sandbox {

/// A selected field of a GraphQL query, variables put in.
struct GraphField
{
    QString alias; ///< the key of the answer
    QString name;
    QJsonObject arguments;
    std::vector<GraphField> fields;

    const GraphField* field(const QString& fieldName) const;
};

/// The selection of the one operation in `query`; fragments and directives are not understood.
std::optional<std::vector<GraphField>> parseGraphQuery(const QString& query, const QJsonObject& variables);

} // namespace orangery::sandbox
