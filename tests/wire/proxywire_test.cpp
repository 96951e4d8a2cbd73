// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortable.h"
#include "wire/wirefixture.h"
#include "workersai/embeddingjob.h"

#include <QJsonObject>
#include <QSet>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

/// What only something between client and service does.
class ProxyWire : public WireBed
{
protected:
    ProxyWire() : WireBed(Way::Http2) {}
    ~ProxyWire() override
    {
        program.kill();
        program.waitForFinished();
    }

    EmbeddingJob* embedding(const QString& text)
    {
        return new EmbeddingJob(client, api(), Model(), EmbeddingRequest{u"@cf/baai/bge-m3"_s, {text}},
                                &context);
    }

    void endConnectionsAfter(int calls)
    {
        startProxy({.upstreamPort = sandbox->port(),
                    .certificate = certificates().good(),
                    .callsPerConnection = calls});
    }

    qsizetype connections() const
    {
        QSet<qint64> seen;
        for (const Nginx::Access& access : nginx->accesses())
            seen.insert(access.connection);
        return seen.size();
    }

    /// How often the sandbox was asked each thing.
    QHash<QString, int> asked() const
    {
        QHash<QString, int> counts;
        for (const QJsonValue& seen : requests())
            ++counts[seen["body"_L1]["text"_L1][0].toString()];
        return counts;
    }

    static ChatRequest longRequest()
    {
        ChatRequest longer = request(u"Write ten paragraphs about oranges."_s);
        longer.maxTokens = 2000;
        return longer;
    }

    /// Asks for a long answer and does `atText` once when some of it has arrived.
    Result<ChatReply> chatWith(const std::function<void(ChatJob&)>& atText)
    {
        auto* job = new ChatJob(client, api(), Model(), longRequest(), &context);
        QString text;
        bool isDone = false;
        QObject::connect(job, &ChatJob::deltaReceived, &context, [&, job](const ChatDelta& delta) {
            text += delta.text;
            if (text.size() > 40 && !std::exchange(isDone, true))
                atText(*job);
        });
        return finish(job);
    }

    QProcess program;
};

TEST_F(ProxyWire, CallsGoOnWhereConnectionsEnd)
{
    constexpr int calls = 200;
    endConnectionsAfter(5);
    for (int i = 0; i < calls; ++i) {
        const auto reply = finish(embedding(QString::number(i)));
        ASSERT_TRUE(reply) << i << ' ' << qPrintable(reply.error().detail);
    }
    EXPECT_EQ(requests().size(), calls);
    EXPECT_EQ(asked().size(), calls) << "each once";
    EXPECT_EQ(connections(), calls / 5);
}

TEST_F(ProxyWire, SoDoManyAtOnce)
{
    constexpr int calls = 200;
    constexpr int atOnce = 24;
    endConnectionsAfter(40);
    int begun = 0;
    int done = 0;
    std::function<void()> next = [&] {
        if (begun == calls)
            return;
        EmbeddingJob* job = embedding(QString::number(begun++));
        QObject::connect(job, &Job::finished, &context, [&, job] {
            EXPECT_TRUE(job->result()) << qPrintable(job->result().error().detail);
            ++done;
            next();
        });
    };
    for (int i = 0; i < atOnce; ++i)
        next();
    EXPECT_TRUE(waitFor([&] { return done == calls; })) << done;
    EXPECT_EQ(requests().size(), calls);
    EXPECT_EQ(asked().size(), calls) << "each once";
    EXPECT_GE(connections(), calls / 40);
}

TEST_F(ProxyWire, AReloadInMidUseBreaksNothing)
{
    start({}, 300);
    bool isReloaded = false;
    int others = 0;
    const auto result = chatWith([&](ChatJob&) {
        isReloaded = nginx->reload();
        for (int i = 0; i < 10; ++i) {
            EmbeddingJob* job = embedding(QString::number(i));
            QObject::connect(job, &Job::finished, &context, [&, job] {
                EXPECT_TRUE(job->result()) << qPrintable(job->result().error().detail);
                ++others;
            });
        }
    });
    EXPECT_TRUE(isReloaded);
    ASSERT_TRUE(result) << qPrintable(result.error().detail);
    EXPECT_EQ(result->finishReason, FinishReason::Stop) << "the old worker ends what it has begun";
    EXPECT_EQ(result->text, heard.text);
    EXPECT_TRUE(waitFor([&] { return others == 10; })) << others;
    EXPECT_EQ(requests().size(), 11) << "each once";
    EXPECT_TRUE(finish(embedding(u"after"_s)));
}

TEST_F(ProxyWire, ManyStreamsShareOneConnection)
{
    constexpr int streams = 32;
    const auto alone = chat(request());
    ASSERT_TRUE(alone);
    QStringList texts;
    for (int i = 0; i < streams; ++i) {
        auto* job = new ChatJob(client, api(), Model(), request(), &context);
        QObject::connect(job, &Job::finished, &context, [&, job] {
            texts.append(job->result() ? job->result()->text : job->result().error().detail);
        });
    }
    ASSERT_TRUE(waitFor([&] { return texts.size() == streams; }));
    EXPECT_EQ(texts, QStringList(streams, alone->text));
    EXPECT_EQ(connections(), 1);
}

TEST_F(ProxyWire, AStoppedCallStopsBehindItAndLeavesTheOthersAlone)
{
    start({}, 300);
    auto* neighbour = new ChatJob(client, api(), Model(), longRequest(), &context);
    std::optional<Result<ChatReply>> other;
    QObject::connect(neighbour, &Job::finished, &context, [&] { other = neighbour->result(); });
    const auto stopped = chatWith([](ChatJob& job) { job.cancel(); });
    EXPECT_EQ(stopped.error().kind, ErrorKind::Canceled);
    ASSERT_TRUE(waitFor([&] { return other.has_value(); }));
    ASSERT_TRUE(*other) << qPrintable(other->error().detail);
    EXPECT_EQ((*other)->finishReason, FinishReason::Stop);
    EXPECT_EQ(connections(), 1);
    nginx->stop();
    QList<int> statuses;
    for (const Nginx::Access& access : nginx->accesses())
        statuses.append(access.status);
    EXPECT_EQ(statuses.size(), 2);
    const QString log = nginx->errorLog();
    EXPECT_TRUE(log.contains(u"client"_s) || statuses.contains(499)) << log.toStdString();
}

TEST_F(ProxyWire, TheServiceDiesBehindIt)
{
    program.start(QStringLiteral(SANDBOX_PROGRAM),
                  {u"--latency"_s, u"0"_s, u"--tokens-per-second"_s, u"200"_s});
    ASSERT_TRUE(program.waitForReadyRead(20'000));
    const QString line = QString::fromUtf8(program.readLine()).trimmed();
    const QUrl url(line.mid(QStringLiteral("listening on ").size()));
    ASSERT_GT(url.port(), 0) << line.toStdString();
    startProxy({.upstreamPort = static_cast<quint16>(url.port()), .certificate = certificates().good()});

    const auto broken = chatWith([&](ChatJob&) {
        program.kill();
        program.waitForFinished();
    });
    ASSERT_TRUE(broken) << qPrintable(broken.error().detail);
    EXPECT_EQ(broken->finishReason, FinishReason::Truncated);
    EXPECT_GT(broken->text.size(), 40);

    const auto gone = chat(request());
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().httpStatus, 502);
    EXPECT_EQ(gone.error().kind, ErrorKind::ServiceFailed);
    EXPECT_EQ(gone.error().message, sentenceOf(ErrorKind::ServiceFailed));
    EXPECT_EQ(factsOf(gone.error().kind).retry, RetryClass::AfterPause);
}

TEST_F(ProxyWire, ItDiesItself)
{
    start({}, 200);
    const auto broken = chatWith([&](ChatJob&) { nginx->kill(); });
    ASSERT_TRUE(broken) << qPrintable(broken.error().detail);
    EXPECT_EQ(broken->finishReason, FinishReason::Truncated);
    EXPECT_GT(broken->text.size(), 40);
    const auto gone = chat(request());
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().kind, ErrorKind::Offline);
    EXPECT_EQ(requests().size(), 1);
}

TEST_F(ProxyWire, ItDiesBeforeTheFirstByte)
{
    ASSERT_TRUE(sandbox->setFault(u"hang"_s));
    EmbeddingJob* job = embedding(u"a"_s);
    std::optional<Error> end;
    QObject::connect(job, &Job::finished, &context, [&, job] { end = job->result().error(); });
    ASSERT_TRUE(waitFor([&] { return requests().size() == 1; }));
    nginx->kill();
    ASSERT_TRUE(waitFor([&] { return end.has_value(); }));
    EXPECT_EQ(end->kind, ErrorKind::ConnectionLost);
    EXPECT_EQ(requests().size(), 1) << "not sent again by itself";
}

TEST_F(ProxyWire, WhatIsTooLargeForItIsSaidSo)
{
    startProxy(
        {.upstreamPort = sandbox->port(), .certificate = certificates().good(), .mostBodyBytes = 100'000});
    for (const int size : {150'000, 3'000'000}) {
        const auto refused = chat(request(QString(size, u'x')));
        ASSERT_FALSE(refused) << size;
        EXPECT_EQ(refused.error().kind, ErrorKind::TooLarge)
            << size << ' ' << qPrintable(refused.error().detail);
        EXPECT_EQ(refused.error().httpStatus, 413) << size;
        EXPECT_EQ(refused.error().message, sentenceOf(ErrorKind::TooLarge)) << size;
    }
    EXPECT_TRUE(requests().isEmpty());
    EXPECT_TRUE(chat(request())) << "the connection goes on";
}

} // namespace
} // namespace orangery::test
