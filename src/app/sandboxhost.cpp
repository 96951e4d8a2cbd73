// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandboxhost.h"

#include "sandbox/sandbox.h"

namespace orangery {

SandboxHost::SandboxHost() = default;
SandboxHost::~SandboxHost() = default;

Result<ApiContext> SandboxHost::ensureRunning()
{
    if (m_sandbox)
        return m_api;
    auto sandbox = std::make_unique<Sandbox>(SandboxOptions());
    const Result<quint16> port = sandbox->start();
    if (!port)
        return port.error();
    m_sandbox = std::move(sandbox);
    m_api.baseUrl = m_sandbox->baseUrl();
    m_api.accountId = Sandbox::accountId();
    m_api.token = SecretString(Sandbox::token().toUtf8());
    return m_api;
}

} // namespace orangery
