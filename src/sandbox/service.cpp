// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include "httpserver/exchange.h"
#include "sandbox/delivery.h"
#include "sandbox/modelcall.h"
#include "sandbox/router.h"

#include <QLocale>
#include <QRandomGenerator>
#include <atomic>
#include <memory>

namespace orangery::sandbox {

namespace {

ServerOptions serverOptions(const SandboxOptions& options)
{
    ServerOptions result;
    result.port = options.port;
    return result;
}

/// RFC 9110's form; the server would write its own, unshifted clock.
QByteArray httpDate(const QDateTime& utc)
{
    return QLocale::c().toString(utc, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() + " GMT";
}

/// The service's id of a request: sixteen hexadecimal digits and the place that answered.
QByteArray rayId()
{
    const QByteArray digits =
        QByteArray::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, '0');
    return digits + "-FRA";
}

} // namespace

Service::Service(const SandboxOptions& options) : m_state(options), m_server(serverOptions(options))
{
    m_server.setParent(this); // moves to the thread with this object
    connect(&m_server, &Server::requested, this, &Service::handle);
}

Service::~Service()
{
    m_workers.clear();
    m_workers.waitForDone(); // they hand their answers to this object
}

void Service::handle(Exchange* exchange)
{
    const ServerRequest& request = exchange->request();
    Fault fault;
    if (!isControl(request)) {
        const QString asked = QString::fromUtf8(request.header("x-sandbox-fault"));
        if (!asked.isEmpty())
            fault = Fault::parse(asked).value_or(Fault());
        else
            fault = m_state.takeFault(QString::fromUtf8(request.path));
        m_state.record(request, fault.name);
    }
    QElapsedTimer since;
    since.start();
    std::optional<Reply> replaced = replacement(fault);
    Reply reply = replaced ? std::move(*replaced) : route(request, m_state, fault);
    if (reply.later)
        make(exchange, reply, fault, since);
    else
        deliver(*exchange, std::move(reply), fault, since);
}

void Service::make(Exchange* exchange, const Reply& promised, const Fault& fault, const QElapsedTimer& since)
{
    // Who left is spared the work that has not begun, and not billed: nobody could compare the bills.
    auto isGone = std::make_shared<std::atomic<bool>>(false);
    connect(exchange, &Exchange::clientGone, this, [isGone] { *isGone = true; });
    m_workers.start(
        [this, isGone, guarded = QPointer<Exchange>(exchange), later = promised.later, fault, since] {
            if (*isGone)
                return;
            auto made = std::make_shared<Reply>(later());
            QMetaObject::invokeMethod(this, [this, guarded, made, fault, since] {
                if (guarded && guarded->isOpen())
                    deliver(*guarded, std::move(*made), fault, since);
            });
        });
}

void Service::deliver(Exchange& exchange, Reply reply, const Fault& fault, const QElapsedTimer& since)
{
    const std::chrono::milliseconds worked(since.elapsed());
    Delivery::Pace pace;
    if (isModelCall(exchange.request()))
        pace.latency = std::max(m_state.options.latency - worked, std::chrono::milliseconds(0));
    pace.eventsPerSecond = m_state.options.tokensPerSecond;
    if (!fault.is("close")) // as above: of what never left, nobody could compare the bills
        settle(reply, m_state, fault, (worked + pace.latency).count());
    distort(fault, reply);
    reply.headers.emplaceBack("Date", httpDate(m_state.now()));
    reply.headers.emplaceBack("Server", "orangery-sandbox");
    reply.headers.emplaceBack("cf-ray", rayId());
    new Delivery(exchange, std::move(reply), fault, pace);
}

} // namespace orangery::sandbox
