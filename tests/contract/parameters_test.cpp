// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/facts.h"
#include "workersai/catalogjob.h"
#include "workersai/parametertable.h"
#include "workersai/schemareader.h"

#include <QFile>
#include <QMap>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

/// What the reader makes of all published schemas of models that the catalog has.
parametertable::Table tableOfFacts()
{
    const Catalog catalog = bundledCatalog();
    parametertable::Table table;
    const QMap<QString, QJsonObject> schemas = publishedSchemas();
    for (auto schema = schemas.cbegin(); schema != schemas.cend(); ++schema) {
        const Result<ParameterSet> parameters = schemareader::read(*schema);
        EXPECT_TRUE(parameters) << qPrintable(schema.key());
        if (parameters && catalog.find(schema.key()))
            table.insert(schema.key(), *parameters);
    }
    return table;
}

// With ORANGERY_UPDATE set it writes resources/catalog/parameters.json anew.
TEST(BundledParameters, AreWhatTheReaderMakesOfThePublishedSchemas)
{
    ORANGERY_NEED_FACTS();
    const parametertable::Table table = tableOfFacts();
    const QByteArray text = parametertable::writeFile(table);
    QFile file(QStringLiteral(ORANGERY_SOURCE_DIR "/resources/catalog/parameters.json"));
    if (qEnvironmentVariableIsSet("ORANGERY_UPDATE")) {
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        file.close();
    }
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll() == text)
        << "resources/catalog/parameters.json is out of date; to write it anew, run\n"
           "  ORANGERY_UPDATE=1 test_contract --gtest_filter='BundledParameters.*'\n"
           "and build again";
    const auto read = parametertable::readFile(text);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, table) << "nothing is lost in the file";
}

TEST(BundledParameters, AreInTheCatalog)
{
    ORANGERY_NEED_FACTS();
    int count = 0;
    for (const PublishedModel& published : activeModels()) {
        SCOPED_TRACE(published.model.id.toStdString());
        const Result<ParameterSet> parameters = schemareader::read(published.schema);
        ASSERT_TRUE(parameters);
        EXPECT_EQ(published.model.parameters, *parameters);
        EXPECT_FALSE(published.model.task.isEmpty());
        ++count;
    }
    EXPECT_GE(count, 60) << "models with a schema";
}

} // namespace
} // namespace orangery::test
