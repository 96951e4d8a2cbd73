// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/networkdesk.h"

#include "net/httpclient.h"
#include "storage/secretstore.h"
#include "storage/settings.h"

#include <QPointer>

namespace orangery {

namespace {

const QString modeKey = QStringLiteral("network/proxy");
const QString hostKey = QStringLiteral("network/proxyHost");
const QString portKey = QStringLiteral("network/proxyPort");
const QString userKey = QStringLiteral("network/proxyUser");
const QString caFileKey = QStringLiteral("network/caFile");
const QString passwordSecret = QStringLiteral("network-proxy-password");

constexpr std::pair<ProxyMode, const char*> modeNames[] = {{ProxyMode::System, "system"},
                                                           {ProxyMode::None, "none"},
                                                           {ProxyMode::Http, "http"},
                                                           {ProxyMode::Socks5, "socks5"}};

QString nameOf(ProxyMode mode)
{
    for (const auto& [known, name] : modeNames) {
        if (known == mode)
            return QString::fromLatin1(name);
    }
    return {};
}

ProxyMode modeNamed(const QString& name)
{
    for (const auto& [mode, known] : modeNames) {
        if (name == QLatin1String(known))
            return mode;
    }
    return ProxyMode::System;
}

bool needsPassword(const NetworkSettings& settings)
{
    return (settings.proxyMode == ProxyMode::Http || settings.proxyMode == ProxyMode::Socks5) &&
           !settings.proxyUser.isEmpty();
}

} // namespace

NetworkDesk::NetworkDesk(Settings& settings, HttpClient& client, QObject* parent)
    : QObject(parent),
      m_settings(settings),
      m_client(client)
{
    m_current.proxyMode = modeNamed(settings.value(modeKey).toString());
    m_current.proxyHost = settings.value(hostKey).toString();
    m_current.proxyPort = static_cast<quint16>(settings.value(portKey).toUInt());
    m_current.proxyUser = settings.value(userKey).toString();
    m_current.extraCaFile = settings.value(caFileKey).toString();
    if (m_current == NetworkSettings())
        return;
    applyAtStart();
    if (!needsPassword(m_current))
        return;
    auto* job = new SecretReadJob(passwordSecret, this);
    connect(job, &Job::finished, this, [this, job] {
        if (!job->result() || !needsPassword(m_current) || !m_current.proxyPassword.isEmpty())
            return;
        m_current.proxyPassword = *job->result();
        applyAtStart();
    });
}

// A CA file that has gone must not take the proxy with it; what it was for fails with a sentence of its own.
void NetworkDesk::applyAtStart()
{
    if (m_client.setSettings(m_current))
        return;
    NetworkSettings withoutFile = m_current;
    withoutFile.extraCaFile.clear();
    if (const Result<void> applied = m_client.setSettings(withoutFile); !applied)
        qWarning("network settings: %s", qUtf8Printable(applied.error().message));
}

Result<void> NetworkDesk::setNetworkSettings(const NetworkSettings& settings, QObject* context, Kept kept)
{
    const Result<void> applied = m_client.setSettings(settings);
    if (!applied)
        return applied;
    const bool isNewPassword = !(settings.proxyPassword == m_current.proxyPassword);
    m_current = settings;
    m_settings.setValue(modeKey, nameOf(settings.proxyMode));
    m_settings.setValue(hostKey, settings.proxyHost);
    m_settings.setValue(portKey, settings.proxyPort);
    m_settings.setValue(userKey, settings.proxyUser);
    m_settings.setValue(caFileKey, settings.extraCaFile);
    if (isNewPassword || m_passwordProblem)
        keepPassword(context, kept);
    else if (kept)
        kept({});
    return {};
}

// Its owner is the desk, not the caller: the password goes to the keychain though a window is closed.
void NetworkDesk::keepPassword(QObject* context, const Kept& kept)
{
    auto* job = new SecretWriteJob(passwordSecret, m_current.proxyPassword, this);
    connect(job, &Job::finished, this,
            [this, job, password = m_current.proxyPassword, context = QPointer(context), kept] {
                if (!(password == m_current.proxyPassword))
                    return; // a later one is on its way
                m_passwordProblem = job->result() ? std::nullopt : std::optional(job->result().error());
                if (context && kept)
                    kept(job->result());
            });
}

} // namespace orangery
