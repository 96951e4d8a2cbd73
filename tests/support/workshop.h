// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "sandbox/sandbox.h"
#include "service/preferences.h"
#include "service/workbench.h"
#include "storage/conversationstore.h"
#include "storage/database.h"
#include "storage/settings.h"
#include "support/oneaccount.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <memory>

namespace orangery::test {

/// A whole service floor on the sandbox and a database in a temporary folder, without a window.
struct Workshop
{
    explicit Workshop(const SandboxOptions& options = fast()) : sandbox(options)
    {
        if (const Result<quint16> port = sandbox.start(); !port)
            qFatal("the sandbox did not start: %s", qUtf8Printable(port.error().detail));
        api.baseUrl = sandbox.baseUrl();
        api.accountId = Sandbox::accountId();
        api.token = SecretString(Sandbox::token().toUtf8());
        accounts = std::make_unique<OneAccount>(account(), api);
        database = std::make_unique<Database>(folder.path() + QStringLiteral("/data"));
        settings = std::make_unique<Settings>(folder.path() + QStringLiteral("/config"));
        preferences = std::make_unique<Preferences>(*settings);
        conversations = std::make_unique<ConversationStore>(*database);
        workbench = std::make_unique<Workbench>(client, *database, *accounts, clock);
    }

    static SandboxOptions fast()
    {
        SandboxOptions options;
        options.latency = std::chrono::milliseconds(0);
        options.tokensPerSecond = 0;
        return options;
    }
    static Account account()
    {
        Account account;
        account.uuid = QStringLiteral("test-account");
        account.accountId = Sandbox::accountId();
        account.name = QStringLiteral("Test");
        return account;
    }
    static ChatRequest request(const QString& text)
    {
        ChatRequest request;
        request.model = QStringLiteral("@cf/zai-org/glm-4.7-flash");
        request.messages = {{.role = ChatRole::User, .text = text}};
        request.maxTokens = 2048;
        return request;
    }
    /// How many text generations the sandbox was asked for.
    int runs() const
    {
        int count = 0;
        for (const QJsonValue& seen : sandbox.state().value(QLatin1String("requests")).toArray()) {
            if (seen[QLatin1String("path")].toString().contains(QLatin1String("/ai/run/")))
                ++count;
        }
        return count;
    }

    QTemporaryDir folder;
    Sandbox sandbox;
    ApiContext api;
    SystemClock clock;
    HttpClient client;
    std::unique_ptr<OneAccount> accounts;
    std::unique_ptr<Database> database;
    std::unique_ptr<Settings> settings;
    std::unique_ptr<Preferences> preferences;
    std::unique_ptr<ConversationStore> conversations;
    std::unique_ptr<Workbench> workbench;
};

} // namespace orangery::test
