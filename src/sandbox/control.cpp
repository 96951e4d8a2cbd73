// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/control.h"

#include "sandbox/envelope.h"
#include "sandbox/jsonwriter.h"

#include <QJsonDocument>

namespace orangery::sandbox {

namespace {

Reply complaint(const QString& message)
{
    return jsonReply(400, ObjectWriter().string("error", message).bytes());
}

Reply done()
{
    return jsonReply(200, R"({"ok":true})");
}

Reply listFaults()
{
    ObjectWriter names;
    for (const FaultHelp& row : knownFaults())
        names.string(row.name, QString::fromLatin1(row.meaning));
    return jsonReply(200, names.bytes());
}

Reply armFault(const QJsonObject& body, State& state)
{
    const QString text = body[QLatin1String("fault")].toString();
    const auto fault = Fault::parse(text);
    if (!fault)
        return complaint(QStringLiteral("unknown fault '%1'; GET /__sandbox/faults lists them").arg(text));
    state.arm(*fault, text, body[QLatin1String("count")].toInt(1), body[QLatin1String("path")].toString());
    return done();
}

Reply setQuota(const QJsonObject& body, State& state)
{
    const QJsonValue used = body[QLatin1String("used")];
    const QJsonValue limit = body[QLatin1String("limit")];
    if (!used.isDouble() && !limit.isDouble())
        return complaint(QStringLiteral("'used' or 'limit' must be a number"));
    if (limit.isDouble())
        state.options.dailyNeurons = limit.toDouble();
    if (used.isDouble())
        state.ledger().setUsedOn(state.now(), used.toDouble());
    return done();
}

Reply setPace(const QJsonObject& body, State& state)
{
    const QJsonValue latency = body[QLatin1String("latency")];
    const QJsonValue rate = body[QLatin1String("tokensPerSecond")];
    if (latency.isDouble())
        state.options.latency = std::chrono::milliseconds(std::max(0, latency.toInt()));
    if (rate.isDouble())
        state.options.tokensPerSecond = std::max(0.0, rate.toDouble());
    const QJsonValue batch = body[QLatin1String("batch")];
    if (batch.isDouble())
        state.options.batchWait = std::chrono::milliseconds(std::max(0, batch.toInt()));
    return done();
}

Reply setAnalytics(const QJsonObject& body, State& state)
{
    const QJsonValue allowed = body[QLatin1String("allowed")];
    if (!allowed.isBool())
        return complaint(QStringLiteral("'allowed' must be true or false"));
    state.options.analytics = allowed.toBool();
    return done();
}

Reply setNeurons(const QJsonObject& body, State& state)
{
    const QJsonValue every = body[QLatin1String("omitEvery")];
    if (!every.isDouble())
        return complaint(QStringLiteral("'omitEvery' must be a number"));
    state.omitNeurons(std::max(0, every.toInt()));
    return done();
}

} // namespace

Reply control(const ServerRequest& request, State& state)
{
    const QByteArray what =
        request.method + ' ' + request.path.mid(static_cast<qsizetype>(qstrlen("/__sandbox")));
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (what == "GET /faults")
        return listFaults();
    if (what == "POST /faults")
        return armFault(body, state);
    if (what == "DELETE /faults") {
        state.clearFaults();
        return done();
    }
    if (what == "GET /state")
        return jsonReply(200, json(state.describe()));
    if (what == "POST /quota")
        return setQuota(body, state);
    if (what == "POST /pace")
        return setPace(body, state);
    if (what == "POST /analytics")
        return setAnalytics(body, state);
    if (what == "POST /neurons")
        return setNeurons(body, state);
    if (what == "POST /clock") {
        state.options.clockOffset = std::chrono::seconds(body[QLatin1String("offset")].toInteger());
        return done();
    }
    if (what == "POST /reset") {
        state.reset();
        return done();
    }
    Reply reply = complaint(QStringLiteral("no such control"));
    reply.status = 404;
    return reply;
}

} // namespace orangery::sandbox
