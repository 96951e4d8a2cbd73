// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wirefixture.h"
#include "workersai/batchjob.h"
#include "workersai/catalogjob.h"
#include "workersai/embeddingcodec.h"
#include "workersai/embeddingjob.h"
#include "workersai/finetunesjob.h"
#include "workersai/rerankjob.h"
#include "workersai/schemajob.h"
#include "workersai/summaryjob.h"
#include "workersai/textclassificationjob.h"
#include "workersai/translationjob.h"

#include <QJsonObject>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

double likeness(const QList<float>& a, const QList<float>& b)
{
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.size(); ++i) {
        dot += a[i] * b[i];
        aa += a[i] * a[i];
        bb += b[i] * b[i];
    }
    return dot / std::sqrt(aa * bb);
}

/// Every task that is text in, something other than a chat out.
class TextTaskWire : public WireTest
{
protected:
    Model model(const QString& id) const
    {
        const Model* found = catalog.find(id);
        EXPECT_TRUE(found) << qPrintable(id);
        return found ? *found : Model();
    }

    const Catalog catalog = bundledCatalog();
};

TEST_P(TextTaskWire, EveryEmbeddingModel)
{
    const QStringList texts = {u"Oranges are ripe in the winter."_s, u"Ripe oranges in winter"_s,
                               u"A train is late."_s};
    int models = 0;
    for (const Model& each : catalog.models) {
        if (each.task != u"Text Embeddings" || !each.listed)
            continue;
        ++models;
        const auto reply = run<EmbeddingJob>(api(), each, EmbeddingRequest{each.id, texts});
        ASSERT_TRUE(reply) << qPrintable(each.id + u' ' + reply.error().detail);
        ASSERT_EQ(reply->vectors.size(), 3);
        EXPECT_GT(likeness(reply->vectors[0], reply->vectors[1]),
                  likeness(reply->vectors[0], reply->vectors[2]))
            << qPrintable(each.id);
        EXPECT_EQ(reply->neurons.has_value(), !each.neurons.isEmpty()) << qPrintable(each.id);
    }
    EXPECT_EQ(models, 7);
}

TEST_P(TextTaskWire, Reranking)
{
    const Model reranker = model(u"@cf/baai/bge-reranker-base"_s);
    const RerankRequest asked{reranker.id,
                              u"When are oranges ripe?"_s,
                              {u"A train is late."_s, u"Oranges are ripe in the winter."_s, u"Rain falls."_s},
                              2};
    const auto reply = run<RerankJob>(api(), reranker, asked);
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    ASSERT_EQ(reply->scores.size(), 2);
    EXPECT_EQ(reply->scores.first().index, 1);
}

TEST_P(TextTaskWire, Classification)
{
    const Model sentiment = model(u"@cf/huggingface/distilbert-sst-2-int8"_s);
    for (const auto& [text, label] : {std::pair(u"I love this wonderful orange."_s, u"POSITIVE"_s),
                                      std::pair(u"This is a terrible, awful mistake."_s, u"NEGATIVE"_s)}) {
        const auto reply =
            run<TextClassificationJob>(api(), sentiment, TextClassificationRequest{sentiment.id, text});
        ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
        ASSERT_EQ(reply->labels.size(), 2);
        EXPECT_EQ(reply->labels.first().label, label);
    }
}

TEST_P(TextTaskWire, BothTranslationModels)
{
    const Model m2m = model(u"@cf/meta/m2m100-1.2b"_s);
    const auto single =
        run<TranslationJob>(api(), m2m, TranslationRequest{m2m.id, {u"早上好。"_s}, u"zh"_s, u"ar"_s});
    ASSERT_TRUE(single) << qPrintable(single.error().detail);
    EXPECT_EQ(single->texts, QStringList(u"صباح الخير."_s));

    const Model indic = model(u"@cf/ai4bharat/indictrans2-en-indic-1B"_s);
    const auto several = run<TranslationJob>(
        api(), indic, TranslationRequest{indic.id, {u"Good morning."_s, u"Good night."_s}, u"en"_s, u"hi"_s});
    ASSERT_TRUE(several) << qPrintable(several.error().detail);
    ASSERT_EQ(several->texts.size(), 2);
    EXPECT_NE(several->texts.first(), several->texts.last());
    EXPECT_EQ(requests().last()["body"_L1]["target_language"_L1].toString(), u"hin_Deva");
}

TEST_P(TextTaskWire, Summary)
{
    const Model bart = model(u"@cf/facebook/bart-large-cnn"_s);
    ASSERT_TRUE(bart.endsOn) << "it is the only one of its task, and has ended";
    const QDateTime last(*bart.endsOn, QTime(0, 0), Qt::UTC);
    sandbox->setClockOffset(std::chrono::seconds(QDateTime::currentDateTimeUtc().secsTo(last.addDays(-7))));
    const QString article =
        u"Oranges are ripe in the winter. They grow on trees. The trees need water and sun. "_s;
    const auto reply = run<SummaryJob>(api(), bart, SummaryRequest{bart.id, article.repeated(20), 40});
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    EXPECT_FALSE(reply->text.isEmpty());
    EXPECT_LT(reply->text.size(), article.size() * 20);
    sandbox->setClockOffset(std::chrono::seconds(0));
    const auto ended = run<SummaryJob>(api(), bart, SummaryRequest{bart.id, article, 40});
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().kind, ErrorKind::NoSuchModel);
}

TEST_P(TextTaskWire, ABatchFromTheQueueToItsAnswers)
{
    const Model bge = model(u"@cf/baai/bge-base-en-v1.5"_s);
    BatchRequest asked{bge.id, {}};
    for (int i = 0; i < 300; ++i)
        asked.items.append({QString::number(i), R"({"text":["number )" + QByteArray::number(i) + R"("]})"});
    auto* job = new BatchJob(client, api(), bge, asked, &context);
    job->setPauses([](int) { return std::chrono::milliseconds(0); });
    QString id;
    QObject::connect(job, &BatchJob::queued, &context, [&](const QString& given) { id = given; });
    const auto reply = finish(job);
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    EXPECT_EQ(reply->requestId, id);
    ASSERT_EQ(reply->items.size(), 300);
    for (int i = 0; i < 300; ++i) {
        EXPECT_EQ(reply->items[i].reference, QString::number(i));
        const auto vectors = embeddingcodec::decode(reply->items[i].body, 1);
        ASSERT_TRUE(vectors) << i;
        EXPECT_EQ(vectors->vectors.first().size(), 768);
    }
    // another process goes on with nothing but the id
    const auto again = finish(BatchJob::resume(client, api(), bge, id, &context));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->items.size(), 300);
}

TEST_P(TextTaskWire, Adapters)
{
    const auto everybodys = run<FinetunesJob>(api(), FinetunesJob::Whose::Public);
    ASSERT_TRUE(everybodys) << qPrintable(everybodys.error().detail);
    EXPECT_EQ(everybodys->size(), 3);
    const auto own = run<FinetunesJob>(api(), FinetunesJob::Whose::Own);
    ASSERT_TRUE(own);
    EXPECT_TRUE(own->isEmpty());
    ChatRequest adapted = request();
    adapted.model = everybodys->first().model;
    adapted.lora = everybodys->first().name;
    EXPECT_TRUE(run<ChatJob>(api(), model(adapted.model), adapted));
}

TEST_P(TextTaskWire, TheSchemaOfEveryTask)
{
    const auto none = run<SchemaJob>(api(), model(u"@cf/cloudflare/clef"_s));
    ASSERT_FALSE(none) << "the sandbox has none for it";
    EXPECT_EQ(none.error().kind, ErrorKind::BadRequest);

    QSet<QString> tasks;
    for (const Model& each : catalog.models) {
        if (!each.listed || each.deprecated || tasks.contains(each.task))
            continue;
        const auto parameters = run<SchemaJob>(api(), each);
        ASSERT_TRUE(parameters) << qPrintable(each.id + u' ' + parameters.error().detail);
        EXPECT_FALSE(parameters->isEmpty()) << qPrintable(each.id);
        EXPECT_EQ(parameters->transport(), each.parameters.transport()) << qPrintable(each.id);
        tasks.insert(each.task);
    }
    EXPECT_EQ(tasks.size(), 10);
}

TEST_P(TextTaskWire, ErrorsReachEveryTask)
{
    const Model bge = model(u"@cf/baai/bge-m3"_s);
    const EmbeddingRequest asked{bge.id, {u"a"_s}};
    for (const auto& [fault, kind] :
         {std::pair("3036", ErrorKind::QuotaExhausted), std::pair("3040", ErrorKind::Busy),
          std::pair("5007", ErrorKind::NoSuchModel), std::pair("cut", ErrorKind::ConnectionLost),
          std::pair("bad-json", ErrorKind::InvalidAnswer), std::pair("html/502", ErrorKind::ServiceFailed)}) {
        ASSERT_TRUE(sandbox->setFault(QString::fromLatin1(fault))) << fault;
        const auto reply = run<EmbeddingJob>(api(), bge, asked);
        ASSERT_FALSE(reply) << fault;
        EXPECT_EQ(reply.error().kind, kind) << fault << ' ' << qPrintable(reply.error().detail);
        EXPECT_TRUE(run<EmbeddingJob>(api(), bge, asked)) << "after " << fault;
    }
}

ORANGERY_BOTH_WAYS(TextTaskWire);

} // namespace
} // namespace orangery::test
