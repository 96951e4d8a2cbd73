// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/accounts.h"
#include "sandbox/service.h"

namespace orangery {

namespace {

SandboxOptions completed(SandboxOptions options)
{
    if (options.userToken.isEmpty())
        options.userToken = Sandbox::token();
    return options;
}

} // namespace

Sandbox::Sandbox(const SandboxOptions& options, QObject* parent)
    : QObject(parent),
      m_service(new sandbox::Service(completed(options)))
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
    m_service->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_service, &QObject::deleteLater);
    m_thread.start();
}

Sandbox::~Sandbox()
{
    m_thread.quit();
    m_thread.wait();
}

template <typename Function>
void Sandbox::inService(Function function) const
{
    QMetaObject::invokeMethod(m_service, function, Qt::BlockingQueuedConnection);
}

Result<quint16> Sandbox::start()
{
    Result<quint16> result = quint16{0};
    inService([&] { result = m_service->start(); });
    if (result) {
        m_port = *result;
        return result;
    }
    Error error = result.error();
    error.kind = ErrorKind::SandboxFailed;
    return error;
}

QUrl Sandbox::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/client/v4").arg(m_port));
}

QString Sandbox::accountId()
{
    return sandbox::accountId;
}

QString Sandbox::token()
{
    return QStringLiteral("sandbox-token-that-opens-nothing-anywhere");
}

QString Sandbox::accountToken()
{
    return sandbox::accountToken;
}

bool Sandbox::setFault(const QString& fault, int count, const QString& path)
{
    const auto parsed = sandbox::Fault::parse(fault);
    if (parsed)
        inService([&] { m_service->state().arm(*parsed, fault, count, path); });
    return parsed.has_value();
}

void Sandbox::clearFaults()
{
    inService([this] { m_service->state().clearFaults(); });
}

void Sandbox::setQuotaUsed(double neurons)
{
    inService([&] { m_service->state().ledger().setUsedOn(m_service->state().now(), neurons); });
}

double Sandbox::quotaUsed() const
{
    double used = 0;
    inService([&] { used = m_service->state().usedToday(); });
    return used;
}

void Sandbox::setClockOffset(std::chrono::seconds offset)
{
    inService([&] { m_service->state().options.clockOffset = offset; });
}

void Sandbox::setPlan(SandboxOptions::Plan plan)
{
    inService([&] { m_service->state().options.plan = plan; });
}

void Sandbox::setOmitNeuronsEvery(int answers)
{
    inService([&] { m_service->state().omitNeurons(answers); });
}

QJsonObject Sandbox::state() const
{
    QJsonObject state;
    inService([&] { state = m_service->state().describe(); });
    return state;
}

void Sandbox::reset()
{
    inService([this] { m_service->state().reset(); });
}

} // namespace orangery
