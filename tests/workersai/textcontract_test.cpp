// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jobcontract.h"
#include "workersai/batchjob.h"
#include "workersai/embeddingjob.h"
#include "workersai/finetunesjob.h"
#include "workersai/rerankjob.h"
#include "workersai/summaryjob.h"
#include "workersai/textclassificationjob.h"
#include "workersai/translationjob.h"
#include "workersai/wiretext.h"

namespace orangery::test {
namespace {

Model someModel()
{
    Model model;
    model.id = QStringLiteral("@cf/a/b");
    return model;
}

template <typename JobType, typename Request>
JobClass modelJob(const std::string& name, const Request& request, const QByteArray& result)
{
    return {name,
            [request](const World& world) -> Job* {
                return new JobType(world.client, apiAt(world.baseUrl), someModel(), request, world.context);
            },
            outcomeOf<JobType>, json(envelope(result)), serviceOutcomes()};
}

JobClass embedding()
{
    EmbeddingRequest request;
    request.texts = {QStringLiteral("a")};
    return modelJob<EmbeddingJob>("Embedding", request, R"({"shape":[1,2],"data":[[0.5,0.25]]})");
}

JobClass rerank()
{
    RerankRequest request;
    request.query = QStringLiteral("q");
    request.contexts = {QStringLiteral("a")};
    return modelJob<RerankJob>("Rerank", request, R"({"response":[{"id":0,"score":0.5}]})");
}

JobClass textClassification()
{
    return modelJob<TextClassificationJob>("TextClassification",
                                           TextClassificationRequest{{}, QStringLiteral("a")},
                                           R"([{"label":"POSITIVE","score":0.5}])");
}

JobClass translation()
{
    return modelJob<TranslationJob>(
        "Translation",
        TranslationRequest{{}, {QStringLiteral("a")}, QStringLiteral("en"), QStringLiteral("de")},
        R"({"translated_text":"b"})");
}

JobClass summary()
{
    return modelJob<SummaryJob>("Summary", SummaryRequest{{}, QStringLiteral("a"), {}}, R"({"summary":"b"})");
}

const QByteArray batchAnswer =
    R"({"request_id":"r1","responses":[{"id":0,"result":{"response":"Hello"},"success":true}]})";

JobClass batch()
{
    BatchRequest request;
    request.items = {{QStringLiteral("x"), R"({"prompt":"Hi"})"}};
    return modelJob<BatchJob>("Batch", request, batchAnswer);
}

JobClass resumedBatch()
{
    JobClass job = batch();
    job.name = "ResumedBatch";
    job.make = [](const World& world) -> Job* {
        return BatchJob::resume(world.client, apiAt(world.baseUrl), someModel(), QStringLiteral("r1"),
                                world.context);
    };
    return job;
}

JobClass finetunes(const std::string& name, FinetunesJob::Whose whose)
{
    return {name,
            [whose](const World& world) -> Job* {
                return new FinetunesJob(world.client, apiAt(world.baseUrl), whose, world.context);
            },
            outcomeOf<FinetunesJob>, json(envelope(R"([{"id":"i","name":"n"}])")), serviceOutcomes()};
}

// the case itself is in contract_test.cpp
INSTANTIATE_TEST_SUITE_P(Embedding, JobContract, everyCaseOf(embedding()), caseName);
INSTANTIATE_TEST_SUITE_P(Rerank, JobContract, everyCaseOf(rerank()), caseName);
INSTANTIATE_TEST_SUITE_P(TextClassification, JobContract, everyCaseOf(textClassification()), caseName);
INSTANTIATE_TEST_SUITE_P(Translation, JobContract, everyCaseOf(translation()), caseName);
INSTANTIATE_TEST_SUITE_P(Summary, JobContract, everyCaseOf(summary()), caseName);
INSTANTIATE_TEST_SUITE_P(Batch, JobContract, everyCaseOf(batch()), caseName);
INSTANTIATE_TEST_SUITE_P(ResumedBatch, JobContract, everyCaseOf(resumedBatch()), caseName);
INSTANTIATE_TEST_SUITE_P(OwnFinetunes, JobContract,
                         everyCaseOf(finetunes("OwnFinetunes", FinetunesJob::Whose::Own)), caseName);
INSTANTIATE_TEST_SUITE_P(PublicFinetunes, JobContract,
                         everyCaseOf(finetunes("PublicFinetunes", FinetunesJob::Whose::Public)), caseName);

} // namespace
} // namespace orangery::test
