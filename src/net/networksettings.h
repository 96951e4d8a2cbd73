// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"

#include <QString>

namespace orangery {

enum class ProxyMode { System, None, Http, Socks5 };

/// How every request of the program leaves the machine.
struct NetworkSettings
{
    ProxyMode proxyMode = ProxyMode::System;
    QString proxyHost;
    quint16 proxyPort = 0;
    QString proxyUser;
    SecretString proxyPassword; ///< kept in the keychain
    QString extraCaFile;        ///< PEM; its certificates are trusted beside the system's. Empty: none

    bool operator==(const NetworkSettings&) const = default;
};

} // namespace orangery
