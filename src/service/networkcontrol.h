// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/networksettings.h"

#include <functional>
#include <optional>

class QObject;

namespace orangery {

/// Proxy and certificates, as windows change them; `app` implements it: applies to every HttpClient, keeps
/// the choice in the settings and the proxy's password in the keychain.
class NetworkControl
{
public:
    virtual ~NetworkControl() = default;
    virtual NetworkSettings networkSettings() const = 0;

    using Kept = std::function<void(const Result<void>&)>;
    /// An error: they cannot be used, and nothing has changed. Otherwise they are in use, and `kept` tells
    /// once, now or later, whether the keychain has the password; not after `context` is gone.
    virtual Result<void> setNetworkSettings(const NetworkSettings& settings, QObject* context, Kept kept) = 0;
    /// Why the keychain does not have the password that is in use; the next change tries again.
    virtual std::optional<Error> passwordProblem() const = 0;
};

} // namespace orangery
