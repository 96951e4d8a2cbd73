// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/facts.h"

#include "workersai/catalogjob.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace orangery::test {

namespace {

using namespace Qt::StringLiterals;

QJsonObject objectIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList activeIds()
{
    QStringList ids;
    const QJsonArray models = objectIn(factsFolder() + u"/models.json"_s).value(u"models").toArray();
    for (const QJsonValue& entry : models) {
        if (entry[u"status"].toString() == u"active")
            ids.append(entry[u"id"].toString());
    }
    return ids;
}

} // namespace

QString factsFolder()
{
    const QString folder = QStringLiteral(ORANGERY_SOURCE_DIR "/../shared/workers-ai");
    return QDir(folder + u"/schemas"_s).exists() ? folder : QString();
}

QMap<QString, QJsonObject> publishedSchemas()
{
    QMap<QString, QJsonObject> schemas;
    const QDir folder(factsFolder() + u"/schemas"_s);
    const QStringList names = folder.entryList({u"*.json"_s}, QDir::Files);
    for (const QString& name : names) {
        const QJsonObject schema = objectIn(folder.filePath(name));
        schemas.insert(schema.value(u"model").toString(), schema);
    }
    return schemas;
}

QList<PublishedModel> activeModels()
{
    const Catalog catalog = bundledCatalog();
    QList<PublishedModel> active;
    const QMap<QString, QJsonObject> schemas = publishedSchemas();
    for (const QString& id : activeIds()) {
        if (!schemas.contains(id))
            continue;
        const Model* known = catalog.find(id);
        Model model = known ? *known : Model();
        model.id = id;
        active.append({model, schemas.value(id)});
    }
    return active;
}

QStringList activeModelsWithoutSchema()
{
    const QMap<QString, QJsonObject> schemas = publishedSchemas();
    QStringList ids = activeIds();
    ids.removeIf([&](const QString& id) { return schemas.contains(id); });
    return ids;
}

} // namespace orangery::test
