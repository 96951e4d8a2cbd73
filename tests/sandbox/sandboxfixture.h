// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"
#include "sandbox/wireclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <gmock/gmock.h>

namespace orangery::test {

/// A sandbox without pauses and a client that holds its token.
class SandboxTest : public testing::Test
{
protected:
    SandboxTest() { start({}); }

    void start(SandboxOptions options)
    {
        options.latency = std::chrono::milliseconds(0);
        options.tokensPerSecond = 0;
        options.batchWait = std::chrono::milliseconds(0);
        sandbox = std::make_unique<Sandbox>(options);
        const auto port = sandbox->start();
        ASSERT_TRUE(port) << port.error().message.toStdString();
        client = std::make_unique<WireClient>(sandbox->baseUrl(), Sandbox::token());
    }

    static QString account(const QString& rest)
    {
        return QStringLiteral("/accounts/") + Sandbox::accountId() + rest;
    }
    WireReply run(const QString& model, const QByteArray& body, const QList<QByteArray>& headers = {}) const
    {
        return client->post(account(QStringLiteral("/ai/run/") + model), body, headers);
    }
    WireReply chat(const QByteArray& body, const QList<QByteArray>& headers = {}) const
    {
        return client->post(account(QStringLiteral("/ai/v1/chat/completions")), body, headers);
    }

    std::unique_ptr<Sandbox> sandbox;
    std::unique_ptr<WireClient> client;
    const QString llama = QStringLiteral("@cf/meta/llama-3.2-1b-instruct");
    const QString glm = QStringLiteral("@cf/zai-org/glm-4.7-flash");
};

inline QByteArray compact(const QJsonValue& value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace orangery::test
