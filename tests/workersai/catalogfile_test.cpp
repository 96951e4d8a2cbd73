// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/catalogjob.h"
#include "workersai/catalogreader.h"
#include "workersai/catalogwriter.h"
#include "workersai/parametertable.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;
using Transport = ParameterSet::Transport;

/// Every field of a parameter in use.
ParameterSet fullSet(Transport transport)
{
    QList<Parameter> parameters;
    for (const Type type : {Type::Text, Type::Integer, Type::Number, Type::Boolean, Type::Choice,
                            Type::Base64, Type::Bytes, Type::File, Type::List, Type::Structure})
        parameters.append({.name = u"%1"_s.arg(int(type)), .type = type});
    parameters[0].shortest = 1;
    parameters[0].longest = 2048;
    parameters[0].standard = u"\"é\""_s;
    parameters[1].minimum = 1;
    parameters[1].maximum = 9'999'999'999;
    parameters[1].standard = qint64(5);
    parameters[2].minimum = 0.001;
    parameters[2].standard = 1.0;
    parameters[3].standard = false;
    parameters[4].choices = {u"a"_s, u"b"_s};
    parameters[4].isRequired = true;
    return {transport, parameters};
}

TEST(ParameterTable, LosesNothing)
{
    parametertable::Table table;
    for (const Transport transport :
         {Transport::Json, Transport::Form, Transport::RawAudio, Transport::RawQuery, Transport::WebSocket})
        table.insert(u"@cf/a/%1"_s.arg(int(transport)), fullSet(transport));
    table.insert(u"@cf/b/\"quoted\""_s, fullSet(Transport::Form));
    const QByteArray file = parametertable::writeFile(table);
    const auto read = parametertable::readFile(file);
    ASSERT_TRUE(read) << file.constData();
    EXPECT_EQ(*read, table);
    EXPECT_EQ(parametertable::writeFile(*read), file);
    EXPECT_EQ(*parametertable::readFile(parametertable::writeFile({})), parametertable::Table());
}

TEST(ParameterTable, WritesEqualSetsOnce)
{
    const parametertable::Table one{{u"a"_s, fullSet(Transport::Json)}};
    parametertable::Table many;
    for (int i = 0; i < 50; ++i)
        many.insert(QString::number(i), fullSet(Transport::Json));
    EXPECT_LT(parametertable::writeFile(many).size(), parametertable::writeFile(one).size() + 50 * 12);
}

TEST(ParameterTable, RefusesWhatItDoesNotUnderstand)
{
    for (const QByteArray file :
         {"", "[]", R"({"format":2,"models":{},"sets":[]})", R"({"format":1,"models":{"a":0},"sets":[]})",
          R"({"format":1,"models":{"a":-1},"sets":[{"transport":"json"}]})",
          R"({"format":1,"models":{"a":"0"},"sets":[{"transport":"json"}]})",
          R"({"format":1,"models":{},"sets":[{"transport":"pigeon"}]})",
          R"({"format":1,"models":{},"sets":[7]})",
          R"({"format":1,"models":{},"sets":[{"transport":"json","parameters":{"a":{"type":"moon"}}}]})"}) {
        const auto table = parametertable::readFile(file);
        ASSERT_FALSE(table) << file.constData();
        EXPECT_EQ(table.error().kind, ErrorKind::InvalidAnswer);
    }
}

TEST(CatalogWriter, WhatIsWrittenIsRead)
{
    Catalog catalog = bundledCatalog();
    catalog.isLive = true;
    catalog.date = QDateTime(QDate(2026, 11, 24), QTime(23, 59, 58, 7), Qt::UTC);
    catalog.models[0].listed = false;
    catalog.models[1].neurons = {{PriceUnit::Step, 0.1}, {PriceUnit::AudioMinute, 41.14}};
    catalog.models[2].parameters = {};
    const auto read = readCatalogFile(writeCatalogFile(catalog));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->date, catalog.date);
    EXPECT_EQ(read->isLive, catalog.isLive);
    ASSERT_EQ(read->models.size(), catalog.models.size());
    for (qsizetype i = 0; i < catalog.models.size(); ++i)
        EXPECT_EQ(read->models.at(i), catalog.models.at(i)) << qPrintable(catalog.models.at(i).id);
}

TEST(CatalogWriter, EveryFieldIsWritten)
{
    Model model;
    model.id = u"@cf/a/b"_s;
    model.task = u"Translation"_s;
    model.description = u"“d”"_s;
    model.contextWindow = 1;
    model.maxOutputTokens = 2;
    model.tools = model.vision = model.reasoning = model.lora = model.asyncQueue = model.partner = true;
    model.realtime = model.paidPlanOnly = model.beta = model.terms = model.decisionModel = true;
    model.listed = false;
    model.deprecated = model.jsonMode = true;
    model.endsOn = QDate(2027, 1, 31);
    model.replacement = u"@cf/a/c"_s;
    model.reasoningEffort = ReasoningEffort{{u"low"_s, u"high"_s}, u"low"_s, true, {{u"max"_s, u"high"_s}}};
    model.languages = {u"en"_s, u"hin_Deva"_s};
    model.parameters = fullSet(Transport::RawQuery);
    model.neurons = {{PriceUnit::ThousandCharacters, 0.25}};
    Catalog catalog;
    catalog.models = {model, Model()};
    catalog.models[1].id = u"@cf/a/c"_s;
    const auto read = readCatalogFile(writeCatalogFile(catalog));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->models, catalog.models);
    EXPECT_FALSE(read->isLive);
}

TEST(CatalogWriter, ADamagedCopyIsAnErrorNotACatalog)
{
    const QByteArray file = writeCatalogFile(bundledCatalog());
    for (const qsizetype length : {qsizetype(0), qsizetype(1), file.size() / 2, file.size() - 1})
        EXPECT_FALSE(readCatalogFile(file.left(length)));
    EXPECT_FALSE(readCatalogFile(QByteArray(file).replace("\"format\":1", "\"format\":2")));
    EXPECT_FALSE(readCatalogFile(QByteArray(file).replace("\"transport\":\"form\"", "\"transport\":\"x\"")));
    EXPECT_FALSE(readCatalogFile(QByteArray(file).replace("\"unit\":\"step\"", "\"unit\":\"leap\"")));
}

} // namespace
} // namespace orangery::test
