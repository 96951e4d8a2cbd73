// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxychoice.h"

#include "net/addressrules.h"
#include "net/systemproxies.h"

namespace orangery {

ProxyChoice::ProxyChoice(std::optional<QNetworkProxy> fixed, std::shared_ptr<SystemProxies> system)
    : m_fixed(std::move(fixed)),
      m_system(std::move(system))
{}

bool ProxyChoice::isKnown(const QUrl& url) const
{
    return m_fixed || isLoopback(url) || m_system->isKnown(url);
}

QList<QNetworkProxy> ProxyChoice::queryProxy(const QNetworkProxyQuery& query)
{
    if (isLoopback(query.url()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    const QList<QNetworkProxy> proxies =
        m_fixed ? QList<QNetworkProxy>{*m_fixed} : m_system->proxiesFor(query);
    m_proxyPorts.clear();
    m_proxiedHosts.remove(query.url().host());
    for (const QNetworkProxy& proxy : proxies) {
        m_proxyPorts.append(proxy.port());
        if (proxy.type() != QNetworkProxy::NoProxy)
            m_proxiedHosts.insert(query.url().host());
    }
    return proxies;
}

bool ProxyChoice::isProxied(const QUrl& url) const
{
    const bool isFixed = m_fixed && m_fixed->type() != QNetworkProxy::NoProxy && !isLoopback(url);
    return isFixed || m_proxiedHosts.contains(url.host());
}

QList<quint16> ProxyChoice::peerPorts(const QUrl& url) const
{
    const int standard = url.scheme() == QLatin1String("https") ? 443 : 80;
    return QList<quint16>{static_cast<quint16>(url.port(standard))} + m_proxyPorts;
}

} // namespace orangery
