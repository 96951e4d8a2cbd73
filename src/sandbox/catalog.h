// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/model.h"
#include "sandbox/reply.h"

#include <QUrlQuery>
#include <vector>

namespace orangery::sandbox {

/// The models of the project's own data file, and the search over them. Constant after construction.
class Catalog
{
public:
    /// Reads `:/sandbox/models.json`.
    Catalog();

    /// Null when there is no such model, or it ended before `today`.
    const Model* find(const QString& id, const QDate& today) const;

    /// `GET …/ai/models/search`, API.md §5.
    Reply search(const QUrlQuery& query, const QDate& today) const;

    /// The member `task` of a model.
    static QByteArray taskObject(const QString& task);

    const std::vector<Model>& models() const { return m_models; }

private:
    bool matches(const Model& model, const QUrlQuery& query, const QDate& today) const;
    QByteArray item(const Model& model) const;

    QString m_date;
    std::vector<Model> m_models;
};

} // namespace orangery::sandbox
