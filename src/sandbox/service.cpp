// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/service.h"

#include "httpserver/exchange.h"
#include "sandbox/delivery.h"
#include "sandbox/router.h"

#include <QLocale>

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

} // namespace

Service::Service(const SandboxOptions& options) : m_state(options), m_server(serverOptions(options))
{
    m_server.setParent(this); // moves to the thread with this object
    connect(&m_server, &Server::requested, this, &Service::handle);
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
    std::optional<Reply> replaced = replacement(fault);
    Reply reply = replaced ? std::move(*replaced) : route(request, m_state, fault);
    distort(fault, reply);
    reply.headers.emplaceBack("Date", httpDate(m_state.now()));
    reply.headers.emplaceBack("Server", "orangery-sandbox");

    Delivery::Pace pace;
    if (isModelCall(request))
        pace.latency = m_state.options.latency;
    pace.eventsPerSecond = m_state.options.tokensPerSecond;
    new Delivery(*exchange, std::move(reply), fault, pace);
}

} // namespace orangery::sandbox
