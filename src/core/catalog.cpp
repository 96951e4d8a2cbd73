// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog.h"

#include <algorithm>

namespace orangery {

const Model* Catalog::find(const QString& id) const
{
    const auto found = std::ranges::find(models, id, &Model::id);
    return found == models.end() ? nullptr : &*found;
}

QList<Model> Catalog::chatModels() const
{
    QList<Model> chat;
    std::ranges::copy_if(models, std::back_inserter(chat), &Model::isChatModel);
    return chat;
}

void Catalog::markEnded(QDate today)
{
    for (Model& model : models) {
        if (model.endsOn && *model.endsOn < today)
            model.deprecated = true;
    }
}

} // namespace orangery
