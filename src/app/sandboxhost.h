// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/sandboxcontrol.h"

#include <memory>

namespace orangery {

class Sandbox;

/// Starts one sandbox server in this process, on first use.
class SandboxHost final : public SandboxControl
{
public:
    SandboxHost();
    ~SandboxHost() override;

    Result<ApiContext> ensureRunning() override;

private:
    std::unique_ptr<Sandbox> m_sandbox;
    ApiContext m_api;
};

} // namespace orangery
