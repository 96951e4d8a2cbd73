// SPDX-License-Identifier: GPL-3.0-or-later
// Many requests at once: none waits for another, and those that come in turn share a connection.
#include "net/netfixture.h"

namespace orangery::test {
namespace {

using Way = WireReply::Way;

constexpr int many = 32;

class Parallel : public NetFixture
{
protected:
    /// Streams that give half their body and then stay open.
    void openStreams(const QUrl& url)
    {
        for (int i = 0; i < many; ++i) {
            auto* job = new StreamJob(client, requestTo(url, "{}"), &context);
            QObject::connect(job, &StreamJob::headReceived, &context, [this] { ++heads; });
            QObject::connect(job, &Job::finished, &context, [this] { ++ends; });
        }
    }

    int heads = 0;
    int ends = 0;
};

TEST_F(Parallel, EveryStreamBeginsWhileAllOthersAreOpen)
{
    TestServer server({.body = "data: 1\n\ndata: 2\n\n", .way = Way::StallMidBody});
    openStreams(server.url());
    EXPECT_TRUE(waitFor([&] { return heads == many; })) << heads << " of " << many;
    EXPECT_EQ(ends, 0);
    EXPECT_EQ(server.connections(), many);
}

TEST_F(Parallel, ACallComesThroughBesideThem)
{
    TestServer server([](const WireRequest& request) {
        const bool isCall = request.target == "/call";
        return WireReply{.body = "data: 1\n\n", .way = isCall ? Way::Whole : Way::StallMidBody};
    });
    openStreams(server.url());
    ASSERT_TRUE(waitFor([&] { return heads == many; }));
    EXPECT_EQ(get(server.url("/call")).status(), 200);
    EXPECT_EQ(ends, 0);
}

TEST_F(Parallel, CallsInTurnKeepToOneConnection)
{
    TestServer server({.status = 200, .body = "ok"});
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(get(requestTo(server.url(), "{}")).status(), 200);
    EXPECT_EQ(server.connections(), 1);
}

TEST_F(Parallel, NewSettingsLetAllOfThemGoOn)
{
    TestServer server({.body = "data: 1\n\ndata: 2\n\n", .way = Way::StallMidBody});
    openStreams(server.url());
    ASSERT_TRUE(waitFor([&] { return heads == many; }));
    NetworkSettings settings;
    settings.proxyMode = ProxyMode::None;
    ASSERT_TRUE(client.setSettings(settings));
    TestServer other({.status = 200, .body = "ok"});
    EXPECT_EQ(get(other.url()).status(), 200);
    EXPECT_EQ(ends, 0);
}

} // namespace
} // namespace orangery::test
