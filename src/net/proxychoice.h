// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QNetworkProxyFactory>
#include <QSet>
#include <QUrl>
#include <memory>
#include <optional>

namespace orangery {

class SystemProxies;

/// Which proxy a request takes: the given one, or else what the system says (net/systemproxies.h). Requests
/// to loopback (the sandbox, a local gateway) always go directly, as in browsers: a proxy on another machine
/// would reach its own loopback.
class ProxyChoice : public QNetworkProxyFactory
{
public:
    /// Nothing: what the system says.
    ProxyChoice(std::optional<QNetworkProxy> fixed, std::shared_ptr<SystemProxies> system);

    /// Whether it is clear which one `url` takes; if not, queryProxy() may keep its thread waiting.
    bool isKnown(const QUrl& url) const;

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;

    /// Whether requests to this host take a proxy; where the system decides, as it did last.
    bool isProxied(const QUrl& url) const;

    /// The ports that a connection for `url` may lead to: the URL's own and those of the proxies last chosen.
    QList<quint16> peerPorts(const QUrl& url) const;

private:
    std::optional<QNetworkProxy> m_fixed;
    std::shared_ptr<SystemProxies> m_system;
    QList<quint16> m_proxyPorts;
    QSet<QString> m_proxiedHosts;
};

} // namespace orangery
