// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpserver/exchange.h"
#include "httpserver/rawclient.h"
#include "httpserver/server.h"

#include <QPointer>
#include <gmock/gmock.h>

namespace orangery::test {

/// A server that keeps its requests for the test, or answers them with `autoAnswer`.
class ServerTest : public testing::Test
{
protected:
    void startWith(const ServerOptions& options)
    {
        server = std::make_unique<Server>(options);
        QObject::connect(server.get(), &Server::requested, server.get(), [this](Exchange* exchange) {
            requests.append(exchange->request());
            exchanges.append(exchange);
            QObject::connect(exchange, &Exchange::clientGone, server.get(), [this] { ++gone; });
            QObject::connect(exchange, &Exchange::finished, server.get(), [this] { ++finished; });
            if (autoAnswer)
                exchange->answer(200, {{"Content-Type", "text/plain"}},
                                 "answer to " + exchange->request().path);
        });
        const auto result = server->start();
        ASSERT_TRUE(result) << result.error().message.toStdString();
        port = *result;
    }
    void SetUp() override { startWith({}); }

    /// The n-th request's exchange, once it is there.
    Exchange* exchange(int index = 0)
    {
        waitFor([&] { return exchanges.size() > index; });
        return exchanges.size() > index ? exchanges.at(index).data() : nullptr;
    }

    std::unique_ptr<Server> server;
    quint16 port = 0;
    bool autoAnswer = false;
    int gone = 0;
    int finished = 0;
    QList<ServerRequest> requests;
    QList<QPointer<Exchange>> exchanges;
};

} // namespace orangery::test
