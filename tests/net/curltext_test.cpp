// SPDX-License-Identifier: GPL-3.0-or-later
// The copied command is run by a real shell and a real curl: the same request has to arrive.
#include "net/curltext.h"
#include "net/netfixture.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace orangery::test {

namespace {

class CurlText : public NetFixture
{
protected:
    CurlText() : server({.body = "{\"fine\":true}"})
    {
        QObject::connect(&client, &HttpClient::exchangeChanged, &context,
                         [this](const HttpExchange& exchange) { last = exchange; });
    }

    /// Sends `request` by the client, then by curl, and holds the two against each other.
    void expectSame(const HttpRequest& request)
    {
        get(request);
        const QString command = curlText(last);
        if (!isBodyInCurl(last)) {
            QFile body(folder.filePath(QString::fromLatin1(curlBodyFile)));
            ASSERT_TRUE(body.open(QIODevice::WriteOnly));
            body.write(last.request.body);
        }
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("CLOUDFLARE_API_TOKEN"), QStringLiteral("a-token"));
        environment.insert(QStringLiteral("no_proxy"), QStringLiteral("*"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), command});
        ASSERT_TRUE(waitFor([&] { return shell.state() == QProcess::NotRunning; }, 20'000));
        EXPECT_EQ(shell.exitCode(), 0) << shell.readAllStandardError().toStdString() << command.toStdString();
        EXPECT_EQ(shell.readAllStandardOutput(), "{\"fine\":true}");
        ASSERT_EQ(server.requests().size(), 2) << command.toStdString();
        const WireRequest& ours = server.requests().first();
        const WireRequest& curls = server.requests().last();
        EXPECT_EQ(curls.method, ours.method);
        EXPECT_EQ(curls.target, ours.target);
        EXPECT_EQ(curls.body, ours.body);
        for (const char* name : {"authorization", "content-type", "accept", "cf-ai-req-tag"})
            EXPECT_EQ(curls.headers.value(name), ours.headers.value(name)) << name;
    }

    QTemporaryDir folder;
    TestServer server;
    HttpExchange last;
};

TEST_F(CurlText, ATextBodyWithEveryQuote)
{
    HttpRequest request =
        requestTo(server.url("/accounts/a/ai/run/@cf/m?x=1&y=%20z"),
                  "{\"prompt\":\"it's \\\"$HOME\\\" `id` \\\\ \xc3\xa4 \xe4\xbd\xa0 ! %s\",\n\"n\":1}");
    request.contentType = "application/json";
    request.bearerToken = SecretString(QByteArray("a-token"));
    request.headers = {{"accept", "application/json"}, {"cf-ai-req-tag", "it's"}};
    expectSame(request);
    EXPECT_TRUE(isBodyInCurl(last));
}

TEST_F(CurlText, ABinaryBodyComesFromAFile)
{
    HttpRequest request = requestTo(server.url("/audio"), QByteArray("RIFF\0\xff\xfe\n\r", 9));
    request.contentType = "audio/wav";
    request.headers = {{"accept", "application/json"}}; // without one, curl sends its own
    request.bearerToken = SecretString(QByteArray("a-token"));
    expectSame(request);
    EXPECT_FALSE(isBodyInCurl(last));
}

TEST_F(CurlText, ALongBodyComesFromAFile)
{
    HttpRequest request = requestTo(server.url("/long"), '"' + QByteArray(200'000, '\'') + '"');
    request.contentType = "application/json";
    request.headers = {{"accept", "application/json"}};
    expectSame(request);
    EXPECT_FALSE(isBodyInCurl(last));
}

TEST_F(CurlText, NoBodyNoTokenAnotherMethod)
{
    HttpRequest request = requestTo(server.url("/models"));
    request.method = "DELETE";
    request.headers = {{"accept", "*/*"}};
    expectSame(request);
    EXPECT_FALSE(curlText(last).contains(QLatin1String("TOKEN")));
}

} // namespace
} // namespace orangery::test
