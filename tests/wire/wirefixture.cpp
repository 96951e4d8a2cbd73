// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wirefixture.h"

#include <iostream>

namespace orangery::test {

std::string nameOf(Way way)
{
    return way == Way::Plain ? "Plain" : "Http2";
}

void PrintTo(Way way, std::ostream* out)
{
    *out << nameOf(way);
}

WireBed::WireBed(Way chosen) : way(chosen)
{
    start({});
}

void WireBed::start(SandboxOptions options, double tokensPerSecond)
{
    endProxy();
    options.latency = std::chrono::milliseconds(0);
    options.batchWait = std::chrono::milliseconds(0);
    options.tokensPerSecond = tokensPerSecond;
    sandbox = std::make_unique<Sandbox>(options);
    const auto port = sandbox->start();
    ASSERT_TRUE(port) << port.error().message.toStdString();
    if (way == Way::Http2)
        startProxy({.upstreamPort = *port, .certificate = certificates().good()});
}

void WireBed::startProxy(const Nginx::Options& options)
{
    endProxy();
    ASSERT_TRUE(certificates().isValid());
    nginx = std::make_unique<Nginx>(options);
    const QString problem = nginx->start();
    ASSERT_TRUE(problem.isEmpty()) << problem.toStdString();
    NetworkSettings settings;
    settings.extraCaFile = certificates().caFile();
    ASSERT_TRUE(client.setSettings(settings));
}

void WireBed::endProxy()
{
    if (!nginx)
        return;
    nginx->stop();
    const QList<Nginx::Access> accesses = nginx->accesses();
    for (const Nginx::Access& access : accesses)
        EXPECT_EQ(access.protocol, QStringLiteral("HTTP/2.0")) << qPrintable(access.path);
    if (sandbox && !nginx->wasKilled() && !requests().isEmpty()) {
        EXPECT_FALSE(accesses.isEmpty());
    }
    if (HasFailure())
        std::cerr << nginx->errorLog().toStdString();
    nginx.reset();
}

TestCertificates& WireBed::certificates()
{
    static TestCertificates certificates;
    return certificates;
}

ApiContext WireBed::api(const QString& token, const QString& account) const
{
    QUrl url = sandbox->baseUrl();
    if (nginx) {
        url.setScheme(QStringLiteral("https"));
        url.setPort(nginx->port());
    }
    return {url, account, SecretString(token.toUtf8())};
}

ChatRequest WireBed::request(const QString& text)
{
    ChatRequest request;
    request.model = QStringLiteral("@cf/meta/llama-3.2-1b-instruct");
    request.messages = {{ChatRole::User, text}};
    request.maxTokens = 300;
    return request;
}

} // namespace orangery::test
