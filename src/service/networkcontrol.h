// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/networksettings.h"

namespace orangery {

/// Proxy and certificates, as windows change them; `app` implements it: applies to every HttpClient, keeps
/// the choice in the settings and the proxy's password in the keychain.
class NetworkControl
{
public:
    virtual ~NetworkControl() = default;
    virtual NetworkSettings networkSettings() const = 0;
    virtual Result<void> setNetworkSettings(const NetworkSettings& settings) = 0;
};

} // namespace orangery
