// SPDX-License-Identifier: GPL-3.0-or-later
#include "callscope.h"
#include "service/chatcall.h"
#include "service/run.h"
#include "support/jobcontract.h"
#include "support/mediafiles.h"
#include "support/signallog.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <QAbstractEventDispatcher>
#include <QThread>
#include <ostream>

// Every call of the service layer, through the real door: workbench, queue, ledger and cache.

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

const CallOptions options{.origin = u"test"_s};

struct CallClass
{
    std::string name;
    std::function<Job*(Workbench&, QObject* context)> make;
    std::function<Outcome(const Job&)> outcome;
    WireReply okReply;
};

void PrintTo(const CallClass& call, std::ostream* out)
{
    *out << call.name;
}

WireReply envelope(const QByteArray& result)
{
    return {.body = R"({"result":)" + result + R"(,"success":true,"errors":[],"messages":[]})"};
}

template <typename Request>
CallClass task(const std::string& name, const Request& request, const WireReply& okReply)
{
    return {name,
            [request](Workbench& workbench, QObject* context) -> Job* {
                return run(workbench, request, options, context);
            },
            outcomeOf<TaskCall<typename Task<Request>::Reply>>, okReply};
}

CallClass chat()
{
    return {"Chat",
            [](Workbench& workbench, QObject* context) -> Job* {
                return workbench.chat(Workshop::request(u"Hello"_s), options, context);
            },
            outcomeOf<ChatCall>,
            envelope(R"({"response":"Hello","usage":{"prompt_tokens":1,"completion_tokens":1}})")};
}

std::vector<CallClass> everyCall()
{
    const QByteArray picture = png(8, 8, Qt::green);
    return {
        chat(),
        task("Embedding", EmbeddingRequest{.model = u"@cf/baai/bge-m3"_s, .texts = {u"a"_s}},
             envelope(R"({"shape":[1,2],"data":[[0.5,0.25]]})")),
        task("Rerank",
             RerankRequest{.model = u"@cf/baai/bge-reranker-base"_s, .query = u"q"_s, .contexts = {u"a"_s}},
             envelope(R"({"response":[{"id":0,"score":0.5}]})")),
        task("TextClassification",
             TextClassificationRequest{u"@cf/huggingface/distilbert-sst-2-int8"_s, u"a"_s},
             envelope(R"([{"label":"POSITIVE","score":0.5}])")),
        task("ImageClassification", ImageClassificationRequest{u"@cf/microsoft/resnet-50"_s, picture},
             envelope(R"([{"label":"DOG","score":0.9}])")),
        task("Image",
             ImageRequest{
                 .model = u"@cf/black-forest-labs/flux-1-schnell"_s, .prompt = u"a tree"_s, .seed = 1},
             envelope(R"({"image":")" + picture.toBase64() + R"("})")),
        task("RawImage",
             ImageRequest{.model = u"@cf/bytedance/stable-diffusion-xl-lightning"_s, .prompt = u"a tree"_s},
             {.body = picture, .contentType = "image/png"}),
        task("ImageText",
             ImageTextRequest{
                 .model = u"@cf/llava-hf/llava-1.5-7b-hf"_s, .image = picture, .prompt = u"What?"_s},
             envelope(R"({"description":"A dog."})")),
        task("Transcription",
             TranscriptionRequest{
                 .model = u"@cf/openai/whisper"_s, .audio = wav(1, {{0.2, 0.8}}), .mimeType = u"audio/wav"_s},
             envelope(R"({"text":"Hello"})")),
        task("Speech", SpeechRequest{.model = u"@cf/deepgram/aura-1"_s, .text = u"Hello"_s},
             {.body = QByteArray("\xff\xfb\x90\x64\x00\x00", 6), .contentType = "audio/mpeg"}),
        task("Translation", TranslationRequest{u"@cf/meta/m2m100-1.2b"_s, {u"a"_s}, u"en"_s, u"de"_s},
             envelope(R"({"translated_text":"b"})")),
        task("Summary", SummaryRequest{u"@cf/facebook/bart-large-cnn"_s, u"a text"_s, {}},
             envelope(R"({"summary":"b"})")),
        task("Conversion", ConversionRequest{.files = {{u"a.html"_s, u"text/html"_s, "<p>"}}, .options = {}},
             envelope(R"([{"name":"a.html","format":"markdown","data":"# A","tokens":2}])")),
    };
}

// What comes of a call is one row of the ledger or none, and nothing that is held for ever.
void expectSettled(const CallScope& scope, Case id)
{
    const CallScope::Rows rows = scope.rows();
    EXPECT_EQ(rows.held, 0) << "something is held for a call that is gone";
    const bool isUnsent =
        id == Case::CancelBefore || id == Case::ContextDeletedBefore || id == Case::ClientDeletedBefore;
    EXPECT_LE(rows.all, isUnsent ? 0 : 1);
    if (id == Case::Ok) {
        EXPECT_EQ(rows.all, 1);
    }
}

JobClass underContract(const CallClass& call)
{
    JobClass job;
    job.name = call.name;
    job.make = [call](const World& world) {
        auto* scope = new CallScope(world.client, world.baseUrl, world.scope);
        return call.make(scope->workbench(), world.context);
    };
    job.outcome = call.outcome;
    job.okReply = call.okReply;
    job.expected = serviceOutcomes();
    job.after = [](const QObject& scope, Case id) {
        expectSettled(*static_cast<const CallScope*>(scope.children().constFirst()), id);
    };
    return job;
}

std::vector<JobClass> everyCallUnderContract()
{
    std::vector<JobClass> jobs;
    for (const CallClass& call : everyCall())
        jobs.push_back(underContract(call));
    return jobs;
}

/// A call that is busy once and answered then, stopped at one moment after the other.
class CallMoments : public testing::TestWithParam<CallClass>
{
protected:
    /// Turns the event loop `turns` times; false: the call ended before.
    bool turn(const QPointer<Job>& job, int turns) const
    {
        QAbstractEventDispatcher& loop = *QThread::currentThread()->eventDispatcher();
        for (int i = 0; i < turns && job && !job->isFinished(); ++i)
            loop.processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        return job && !job->isFinished();
    }

    void stopAtEveryMoment(const std::function<void(Job&)>& stop, qsizetype finishes)
    {
        bool isBusy = true;
        TestServer server([&](const WireRequest&) -> WireReply {
            if (!std::exchange(isBusy, false))
                return GetParam().okReply;
            return {.status = 429,
                    .body = R"({"success":false,"errors":[{"code":3040,"message":"No."}]})",
                    .headers = {{"retry-after", "0"}}};
        });
        HttpClient client;
        CallScope scope(client, server.url({}), nullptr);
        scope.setCached(false); // else the second call would be answered at once
        constexpr int most = 2000;
        int moment = 0;
        for (bool isRunning = true; isRunning; ++moment) {
            SCOPED_TRACE("after " + std::to_string(moment) + " turns");
            ASSERT_LT(moment, most) << "the call does not end";
            isBusy = true;
            const int before = scope.rows().all;
            QObject context;
            QPointer<Job> job = GetParam().make(scope.workbench(), &context);
            const SignalLog log(job);
            isRunning = turn(job, moment);
            if (isRunning)
                stop(*job);
            ASSERT_TRUE(waitFor([&] { return job.isNull(); }));
            const CallScope::Rows rows = scope.rows();
            ASSERT_EQ(rows.held, 0);
            ASSERT_LE(rows.all, before + 1);
            ASSERT_EQ(log.names().count("finished"), isRunning ? finishes : 1);
        }
        RecordProperty("moments", moment);
        EXPECT_GT(moment, 10) << "there was hardly a moment to stop it";
    }
};

TEST_P(CallMoments, CanceledAtAnyOfThem)
{
    stopAtEveryMoment([](Job& job) { job.cancel(); }, 1);
}

TEST_P(CallMoments, DestroyedAtAnyOfThem)
{
    stopAtEveryMoment([](Job& job) { delete &job; }, 0);
}

TEST_P(CallMoments, AnAnswerWithoutEnd)
{
    TestServer server(WireReply{.body = QByteArray(1 << 20, ' '), .way = WireReply::Way::Flood});
    HttpClient client;
    CallScope scope(client, server.url({}), nullptr);
    std::optional<Outcome> outcome;
    QObject context;
    Job* job = GetParam().make(scope.workbench(), &context);
    QObject::connect(job, &Job::finished, &context, [&] { outcome = GetParam().outcome(*job); });
    ASSERT_TRUE(waitFor([&] { return outcome.has_value(); }, 60'000));
    EXPECT_EQ(*outcome, ErrorKind::InvalidAnswer);
    expectSettled(scope, Case::BadJson);
}

INSTANTIATE_TEST_SUITE_P(Call, CallMoments, testing::ValuesIn(everyCall()),
                         [](const auto& instance) { return instance.param.name; });

std::string callAndCaseName(const testing::TestParamInfo<std::tuple<JobClass, Case>>& info)
{
    return std::get<JobClass>(info.param).name + caseName(info);
}

// the case itself is in chatcontract_test.cpp
INSTANTIATE_TEST_SUITE_P(Call, JobContract, everyCaseOf(everyCallUnderContract()), callAndCaseName);

} // namespace
} // namespace orangery::test
