// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/networkcontrol.h"

#include <QObject>

namespace orangery {

class HttpClient;
class Settings;

/// Keeps the network settings: all but the proxy's password in settings.ini, that in the keychain.
class NetworkDesk final : public QObject, public NetworkControl
{
    Q_OBJECT

public:
    /// Applies what is stored to `client` at once; the password follows when the keychain has answered.
    NetworkDesk(Settings& settings, HttpClient& client, QObject* parent = nullptr);

    NetworkSettings networkSettings() const override { return m_current; }
    Result<void> setNetworkSettings(const NetworkSettings& settings, QObject* context, Kept kept) override;
    std::optional<Error> passwordProblem() const override { return m_passwordProblem; }

private:
    void applyAtStart();
    void keepPassword(QObject* context, const Kept& kept);

    Settings& m_settings;
    HttpClient& m_client;
    NetworkSettings m_current;
    std::optional<Error> m_passwordProblem;
};

} // namespace orangery
