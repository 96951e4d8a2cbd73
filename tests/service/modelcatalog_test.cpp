// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/modelcatalog.h"

#include "callfixture.h"
#include "service/quotaclock.h"
#include "storage/catalogcache.h"
#include "support/fixedclock.h"
#include "support/waitfor.h"
#include "support/workshop.h"
#include "workersai/catalogwriter.h"

#include <gtest/gtest.h>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

const QString endingId = u"@cf/somebody/ending"_s;
const QDate lastDay(2026, 3, 1);

/// Leaves in `folder` what a run of some day before the end has kept.
void keepEndingModel(const QString& folder)
{
    Model ending;
    ending.id = endingId;
    ending.task = u"Text Generation"_s;
    ending.endsOn = lastDay;
    Catalog catalog;
    catalog.models = {ending};
    catalog.date = QDateTime(QDate(2100, 1, 1), QTime(12, 0), Qt::UTC);
    catalog.isLive = true;
    ASSERT_TRUE(CatalogCache(folder, Workshop::account().uuid).write(writeCatalogFile(catalog)));
}

bool isEnded(const ModelCatalog& models, const QString& id)
{
    return models.modelOf(id).deprecated;
}

bool refresh(ModelCatalog& models)
{
    bool isDone = false;
    const auto once = QObject::connect(&models, &ModelCatalog::changed, &models, [&] { isDone = true; });
    models.refresh();
    const bool isChanged = waitFor([&] { return isDone; });
    QObject::disconnect(once);
    return isChanged;
}

} // namespace

TEST(ModelCatalog, AModelThatEndsTonightIsNoLongerOfferedTomorrow)
{
    Workshop shop;
    keepEndingModel(shop.folder.path());
    FixedClock clock(QDateTime(lastDay, QTime(23, 59), Qt::UTC));
    QuotaClock day(clock);
    ModelCatalog models(shop.client, *shop.accounts, day);
    models.setFolder(shop.folder.path());
    ASSERT_TRUE(waitFor([&] { return models.catalog().isLive; }));
    ASSERT_FALSE(isEnded(models, endingId));
    int changes = 0;
    QObject::connect(&models, &ModelCatalog::changed, &models, [&] { ++changes; });
    models.markEnded();
    EXPECT_EQ(changes, 0);
    clock.set(QDateTime(lastDay.addDays(1), QTime(0, 0, 1), Qt::UTC));
    models.markEnded();
    EXPECT_EQ(changes, 1);
    EXPECT_TRUE(isEnded(models, endingId));
}

TEST(ModelCatalog, TheKeptCopyOfYesterdayIsReadWithTodaysDate)
{
    Workshop shop;
    keepEndingModel(shop.folder.path());
    FixedClock clock(QDateTime(lastDay.addDays(30), QTime(12, 0), Qt::UTC));
    QuotaClock day(clock);
    ModelCatalog models(shop.client, *shop.accounts, day);
    models.setFolder(shop.folder.path());
    ASSERT_TRUE(waitFor([&] { return models.catalog().isLive; }));
    EXPECT_TRUE(isEnded(models, endingId));
}

TEST(ModelCatalog, WhatTheServiceSaidIsKeptForTheNextRun)
{
    Workshop shop;
    const QString folder = shop.folder.path() + u"/cache"_s;
    SystemClock clock;
    QuotaClock day(clock);
    {
        ModelCatalog models(shop.client, *shop.accounts, day);
        models.setFolder(folder);
        ASSERT_TRUE(refresh(models));
    }
    ASSERT_TRUE(waitFor([&] { return !QDir(folder).entryList(QDir::Files).isEmpty(); }));
    ModelCatalog models(shop.client, *shop.accounts, day);
    models.setFolder(folder);
    EXPECT_TRUE(waitFor([&] { return models.catalog().isLive; }));
}

TEST(ModelCatalog, AModelThatTheServiceNoLongerHasIsLookedUpOnce)
{
    CallShop shop;
    const auto looks = [&] {
        int count = 0;
        for (const QJsonValue& seen : shop.sandbox.state().value("requests"_L1).toArray())
            count += seen["path"_L1].toString().contains("/models/search"_L1) ? 1 : 0;
        return count;
    };
    ChatRequest typed = Workshop::request(u"Hi"_s);
    typed.model = u"@cf/nobody/only-typed"_s;
    const Result<ChatOutcome> unknown = shop.chat(typed);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().kind, ErrorKind::NoSuchModel);
    EXPECT_FALSE(shop.workbench->catalog().isLive);
    EXPECT_EQ(looks(), 0) << "the list does not offer it";

    int changes = 0;
    QObject::connect(shop.workbench.get(), &Workbench::catalogChanged, shop.workbench.get(),
                     [&] { ++changes; });
    for (const QString& code : {u"5007"_s, u"3042"_s}) {
        shop.sandbox.setFault(code, 1, u"/ai/run/"_s);
        const Result<ChatOutcome> gone = shop.chat(Workshop::request(u"Hi"_s));
        ASSERT_FALSE(gone);
        EXPECT_EQ(gone.error().kind, ErrorKind::NoSuchModel);
        ASSERT_TRUE(waitFor([&] { return changes == 1; }));
    }
    EXPECT_TRUE(shop.workbench->catalog().isLive);
    shop.sandbox.setFault(u"5007"_s, 1, u"/ai/run/"_s);
    EXPECT_FALSE(finish(shop, EmbeddingRequest{u"@cf/baai/bge-m3"_s, {u"a"_s}}));
    ASSERT_TRUE(waitFor([&] { return changes == 2; })) << "another model, another look";
    EXPECT_EQ(looks(), 2);
}

TEST(ModelCatalog, ASuccessorThatHasEndedHandsOn)
{
    Workshop shop;
    Catalog catalog;
    catalog.date = QDateTime(QDate(2100, 1, 1), QTime(12, 0), Qt::UTC);
    catalog.isLive = true;
    const auto add = [&](const char* id, const char* replacement, bool isEnded) {
        Model model;
        model.id = QString::fromLatin1(id);
        model.task = u"Text Generation"_s;
        model.replacement = QString::fromLatin1(replacement);
        model.deprecated = isEnded;
        catalog.models.append(model);
    };
    add("@cf/a", "@cf/b", true);
    add("@cf/b", "@cf/c", true);
    add("@cf/c", "", false);
    add("@cf/x", "@cf/y", true);
    add("@cf/y", "@cf/x", true);
    add("@cf/lost", "@cf/nowhere", true);
    ASSERT_TRUE(CatalogCache(shop.folder.path(), Workshop::account().uuid).write(writeCatalogFile(catalog)));
    SystemClock clock;
    QuotaClock day(clock);
    ModelCatalog models(shop.client, *shop.accounts, day);
    models.setFolder(shop.folder.path());
    ASSERT_TRUE(waitFor([&] { return models.catalog().isLive; }));
    ASSERT_TRUE(models.successorOf(u"@cf/a"_s));
    EXPECT_EQ(models.successorOf(u"@cf/a"_s)->id, u"@cf/c"_s);
    for (const QString& id : {u"@cf/c"_s, u"@cf/x"_s, u"@cf/lost"_s, u"@cf/unknown"_s})
        EXPECT_FALSE(models.successorOf(id)) << qPrintable(id);
}

TEST(ModelCatalog, ParametersComeFromTheServiceAndOutliveARefresh)
{
    Workshop shop;
    SystemClock clock;
    QuotaClock day(clock);
    ModelCatalog models(shop.client, *shop.accounts, day);
    const QString id = u"@cf/black-forest-labs/flux-1-schnell"_s;
    const auto asked = [&] {
        int count = 0;
        for (const QJsonValue& seen : shop.sandbox.state().value("requests"_L1).toArray())
            count += seen["path"_L1].toString().endsWith("/models/schema"_L1) ? 1 : 0;
        return count;
    };
    models.refreshParameters(id);
    models.refreshParameters(id);
    models.refreshParameters(u"@cf/nobody/only-typed"_s);
    ASSERT_TRUE(waitFor([&] { return asked() == 1; }));
    ASSERT_TRUE(refresh(models));
    EXPECT_TRUE(models.modelOf(id).parameters.takes(u"steps"));
    models.refreshParameters(id);
    ASSERT_TRUE(refresh(models));
    EXPECT_EQ(asked(), 1) << "once in a run";
}

TEST(ModelCatalog, ARefusedSchemaIsAskedForAgainAndChangesNothing)
{
    Workshop shop;
    SystemClock clock;
    QuotaClock day(clock);
    ModelCatalog models(shop.client, *shop.accounts, day);
    const QString id = u"@cf/black-forest-labs/flux-1-schnell"_s;
    const ParameterSet before = models.modelOf(id).parameters;
    shop.sandbox.setFault(u"10000"_s, 1, u"/models/schema"_s);
    int ended = 0;
    QObject::connect(&shop.client, &HttpClient::exchangeChanged, &models,
                     [&](const HttpExchange& exchange) { ended += exchange.hasEnded ? 1 : 0; });
    models.refreshParameters(id);
    ASSERT_TRUE(waitFor([&] { return ended == 1; }));
    EXPECT_EQ(models.modelOf(id).parameters, before);
    ASSERT_TRUE(waitFor([&] {
        models.refreshParameters(id);
        return ended == 2;
    }));
}

} // namespace orangery::test
