// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/listings.h"

#include "sandbox/envelope.h"
#include "sandbox/jsonwriter.h"

#include <QMap>

namespace orangery::sandbox {

namespace {

Reply listed(const QMap<QString, QByteArray>& items)
{
    ArrayWriter array;
    for (const QByteArray& item : items)
        array.raw(item);
    const qint64 count = items.size();
    const QByteArray info = ObjectWriter()
                                .number("page", 1)
                                .number("per_page", count)
                                .number("count", count)
                                .number("total_count", count)
                                .bytes();
    return success(array.bytes(), info);
}

} // namespace

Reply listTasks(const Catalog& catalog)
{
    QMap<QString, QByteArray> tasks;
    for (const Model& model : catalog.models()) {
        if (model.listed)
            tasks[model.task] = Catalog::taskObject(model.task);
    }
    return listed(tasks);
}

Reply listAuthors(const Catalog& catalog)
{
    QMap<QString, QByteArray> authors;
    for (const Model& model : catalog.models()) {
        if (model.listed)
            authors[model.author()] = ObjectWriter().string("name", model.author()).bytes();
    }
    return listed(authors);
}

} // namespace orangery::sandbox
