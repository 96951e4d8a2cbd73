// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fault.h"
#include "sandbox/state.h"

namespace orangery::sandbox {

extern const QString accountId;
extern const QString accountToken;

/// Who is asking. API.md §17: a user's token and an account-owned token are verified at different places.
enum class Caller { Nobody, UserToken, AccountToken };
Caller callerOf(const ServerRequest& request, const State& state);

/// `…/tokens/verify` of either kind.
Reply verifyToken(Caller caller, const Fault& fault);
/// `GET /accounts`, paged.
Reply listAccounts(const ServerRequest& request, const Fault& fault);

} // namespace orangery::sandbox
