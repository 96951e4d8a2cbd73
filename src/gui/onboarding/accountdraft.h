// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "service/accounts.h"
#include "service/doctor.h"
#include "service/tokenparsing.h"

namespace orangery {

/// What the first step collected: enough to look at the token.
struct AccountDraft
{
    SecretString token;
    QString accountId; ///< empty: the doctor finds it
    QUrl baseUrl;

    ApiContext context() const { return {.baseUrl = baseUrl, .accountId = accountId, .token = token}; }
};

/// The account to save for `draft` after `diagnosis`. One that `known` has for the same address and id keeps
/// its uuid, plan and name; else a new one is made. `uuid` is used for a new one.
Account accountFor(const AccountDraft& draft, const Diagnosis& diagnosis, const QList<Account>& known,
                   const QString& uuid);

/// Why requests may not be sent to `address`; empty when they may. Plain http is for this computer only.
QString problemOfAddress(const QUrl& address);

/// The address that a person typed, without blanks and the last slash.
QUrl addressFrom(const QString& text);

} // namespace orangery
