// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callfixture.h"
#include "service/batchcall.h"

namespace orangery::test {

inline const QString runs = QStringLiteral("/ai/run/");

/// A shop that sends batches and notes all that is heard of one.
struct BatchShop : CallShop
{
    BatchShop() : CallShop(atOnce()) {}
    explicit BatchShop(const SandboxOptions& options) : CallShop(options) {}
    /// With a service of the test's own.
    explicit BatchShop(const QUrl& service) : BatchShop()
    {
        workbench.reset();
        api.baseUrl = service;
        accounts = std::make_unique<OneAccount>(account(), api);
        workbench = std::make_unique<Workbench>(client, *database, *accounts, clock);
    }

    static SandboxOptions atOnce()
    {
        SandboxOptions options = fast();
        options.batchWait = std::chrono::milliseconds(100);
        return options;
    }
    static BatchRequest texts(int count)
    {
        BatchRequest request;
        request.model = QStringLiteral("@cf/baai/bge-base-en-v1.5");
        for (int i = 0; i < count; ++i)
            request.items.append({QString::number(i), R"({"text":["a red car on a long road"]})"});
        return request;
    }

    BatchCall* begin(const BatchRequest& request,
                     const CallOptions& options = {.origin = QStringLiteral("test")})
    {
        return listen(run(*workbench, request, options, workbench.get()));
    }
    BatchCall* listen(BatchCall* call)
    {
        result.reset();
        ids.clear();
        questions.clear();
        estimated = call->estimate();
        call->setPauses([this](int question) {
            questions.append(question);
            if (asking)
                asking(question);
            return pause;
        });
        QObject::connect(call, &BatchCall::queued, call, [this](const QString& id) { ids.append(id); });
        QObject::connect(call, &Job::finished, call, [this, call] {
            result = call->result();
            cost = call->bookedCost();
            notice = call->billingNotice();
            mayStillBeBilled = call->mayStillBeBilled();
        });
        return call;
    }
    bool ends()
    {
        return waitFor([&] { return result.has_value(); });
    }
    /// Today's sum becomes this, and nothing stays held.
    bool isBooked(Neurons neurons)
    {
        return waitFor([&] { return totals().booked == neurons && totals().reserved.isZero(); });
    }

    std::optional<Result<TaskOutcome<BatchReply>>> result;
    std::optional<Neurons> estimated;
    CallCost cost;
    QString notice;
    bool mayStillBeBilled = false;
    QStringList ids;
    QList<int> questions;
    std::function<void(int question)> asking; ///< before each pause
    std::chrono::milliseconds pause{20};
};

} // namespace orangery::test
