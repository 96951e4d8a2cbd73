// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "workersai/apicontext.h"

namespace orangery {

/// The in-process sandbox server behind the sandbox account; `app` implements it.
class SandboxControl
{
public:
    virtual ~SandboxControl() = default;
    /// Starts it on first use; the same address until the program ends. Errors: SandboxFailed.
    virtual Result<ApiContext> ensureRunning() = 0;
};

} // namespace orangery
