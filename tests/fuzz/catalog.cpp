// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of models: pages of the catalog, catalog files, schemas, tables of parameters, adapters,
// prices; and the readers of JSON and base64 that everything else stands on (json.cpp).
#include "fuzz/check.h"
#include "fuzz/input.h"
#include "fuzz/json.h"
#include "net/httpdate.h"
#include "workersai/apipage.h"
#include "workersai/catalogjob.h"
#include "workersai/catalogreader.h"
#include "workersai/catalogwriter.h"
#include "workersai/finetunecodec.h"
#include "workersai/modelsearchcodec.h"
#include "workersai/parametertable.h"
#include "workersai/priceunits.h"
#include "workersai/schemareader.h"

#include <QJsonDocument>

#include <cmath>

namespace orangery::fuzz {
namespace {

constexpr qsizetype mostUsed = 100; // each is looked for among all

const Catalog& bundled()
{
    static const Catalog catalog = bundledCatalog();
    return catalog;
}

void readModels(const QByteArray& body)
{
    HttpReply answer;
    answer.head.status = 200;
    answer.body = body;
    const Result<ApiPage> page = readPage(answer, {});
    if (!page)
        return checkInvalid(page.error());
    page->mayHaveMore(100, 100);
    for (const QJsonValue& item : page->items) {
        const QString name = item[u"name"].toString();
        const Model* known = bundled().find(name);
        const Model model =
            modelsearchcodec::decode(item.toObject(), known ? *known : Model(), QDate(2026, 11, 24));
        check(model.id == name, "a model has its id");
        check(model.contextWindow >= 0 && model.maxOutputTokens >= 0, "sizes are counts");
        check(model.deprecated == (model.endsOn && *model.endsOn < QDate(2026, 11, 24)), "an end is an end");
        for (const double neurons : model.neurons)
            check(std::isfinite(neurons) && neurons >= 0, "a price is an amount");
    }
}

/// Values of all kinds near and far, as a control or a file could hold them.
void useParameters(const ParameterSet& set)
{
    const QVariantList values{
        -1, 0, 1e300, -1e300, 0.5, true, QStringLiteral("a"), QStringList{QStringLiteral("b")}};
    for (const Parameter& parameter : set.parameters().mid(0, mostUsed)) {
        check(!parameter.minimum || std::isfinite(*parameter.minimum), "a bound is finite");
        check(!parameter.maximum || std::isfinite(*parameter.maximum), "a bound is finite");
        for (const QVariant& value : values)
            set.nearest(parameter.name, value);
        set.check({{parameter.name, parameter.standard}});
    }
}

void readFile(const QByteArray& json)
{
    const Result<Catalog> catalog = readCatalogFile(json);
    if (!catalog)
        return checkInvalid(catalog.error());
    for (const Model& model : catalog->models)
        useParameters(model.parameters);
    // what is written is read again as it was; a year that ISO 8601 has no form for is not written
    const Result<Catalog> again = readCatalogFile(writeCatalogFile(*catalog));
    check(again.has_value(), "what was written can be read");
    check(again->models == catalog->models && again->isLive == catalog->isLive, "all is written");
}

void readSchema(const QByteArray& json, int choice)
{
    static const ParameterSet form(ParameterSet::Transport::Form, {{.name = QStringLiteral("prompt")}});
    static const ParameterSet query(ParameterSet::Transport::RawQuery,
                                    {{.name = QStringLiteral("audio"), .type = Parameter::Type::File}});
    const ParameterSet known = choice == 0 ? ParameterSet() : choice == 1 ? form : query;
    const Result<ParameterSet> set = schemareader::read(QJsonDocument::fromJson(json).object(), known);
    if (!set)
        return checkInvalid(set.error());
    useParameters(*set);
}

void readTable(const QByteArray& json)
{
    const Result<parametertable::Table> table = parametertable::readFile(json);
    if (!table)
        return checkInvalid(table.error());
    for (const ParameterSet& set : *table)
        useParameters(set);
    const Result<parametertable::Table> again = parametertable::readFile(parametertable::writeFile(*table));
    check(again && again->keys() == table->keys(), "what was written can be read");
}

void readFinetunes(const QByteArray& body)
{
    HttpReply answer;
    answer.head.status = 200;
    answer.body = body;
    const Result<finetunecodec::Page> page = finetunecodec::decode(answer, {});
    if (!page)
        return checkInvalid(page.error());
    check(page->finetunes.size() <= page->entries, "no more adapters than entries");
    for (const Finetune& finetune : page->finetunes) {
        check(!finetune.id.isEmpty() || !finetune.name.isEmpty(), "an adapter can be named");
        check(!finetune.createdAt.isValid() || finetune.createdAt.offsetFromUtc() == 0, "times are UTC");
    }
}

void readWords(const QByteArray& text)
{
    if (const auto unit = pricedUnit(QString::fromUtf8(text)))
        check(std::isfinite(unit->factor) && unit->factor > 0, "a factor can be multiplied by");
    const QDateTime date = httpDate(text);
    check(!date.isValid() || date.offsetFromUtc() == 0, "times are UTC");
}

} // namespace
} // namespace orangery::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace orangery::fuzz;
    Input input(data, size);
    const int what = input.choose(8);
    const int choice = what == 2 ? input.choose(3) : 0;
    const QByteArray text = input.rest();
    switch (what) {
    case 0:
        readModels(text);
        break;
    case 1:
        readFile(text);
        break;
    case 2:
        readSchema(text, choice);
        break;
    case 3:
        readTable(text);
        break;
    case 4:
        readFinetunes(text);
        break;
    case 5:
        readWords(text);
        break;
    case 6:
        scanJson(text);
        break;
    default:
        readBase64(text);
        break;
    }
    return 0;
}
