// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httpexchange.h"
#include "net/networksettings.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QNetworkReply;

namespace orangery {

class ManagerPool;
class SystemProxies;

/// The only owner of QNetworkAccessManagers, so that proxy, CA file, redirect policy and token handling hold
/// for every request. One for each thread that calls the service; used in that thread only.
///
/// Redirects are followed within the same origin; another origin is ErrorKind::RedirectRefused. A request
/// goes out only over https, or over http to loopback (ErrorKind::InsecureAddress otherwise), and requests to
/// loopback never pass a proxy.
///
/// When it is destroyed, its running requests end with ErrorKind::Canceled on the next turn of the event
/// loop. Not to be destroyed from within a signal of one of its jobs.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(QObject* parent = nullptr);
    ~HttpClient() override;

    /// Takes effect for requests that are sent from now on; those on their way go on as they began. A CA file
    /// without intact certificates, or a manual proxy without host or port, is ErrorKind::InvalidInput and
    /// changes nothing.
    Result<void> setSettings(const NetworkSettings& settings);
    const NetworkSettings& settings() const { return m_settings; }

    /// An upper bound for both timers of every request sent from now on; zero: none.
    void setTimeoutCeiling(std::chrono::milliseconds ceiling) { m_timeoutCeiling = ceiling; }
    std::chrono::milliseconds timeoutCeiling() const { return m_timeoutCeiling; }

    /// Whether requests to this host take a proxy: then it is the proxy that refuses or finds no host.
    bool isProxied(const QUrl& url) const;

    /// Calls `found` when it is clear which way requests to `url` take, unless `context` is gone by then: at
    /// once, but where the system has to be asked for its proxies. To be called before send().
    void findWay(const QUrl& url, QObject* context, std::function<void()> found);
    SystemProxies& systemProxies() { return *m_systemProxies; }

    /// Sends and returns the running reply, owned by the caller. For HttpJob and StreamJob.
    /// ErrorKind::InvalidInput for a request that would carry a secret in the wrong place (a header of its
    /// own that authorizes, a password in the URL) or that breaks the head (line breaks in a header or the
    /// token).
    Result<QNetworkReply*> send(const HttpRequest& request, bool isStream);

    /// Whether anybody listens to exchangeChanged().
    bool isWatched() const;

signals:
    /// The `Date` header of an answer (UTC), for the clock that decides which day it is.
    void serverTimeSeen(const QDateTime& serverUtc);
    /// A request began, or ended well or not; without any secret. For the request inspector.
    void exchangeChanged(const orangery::HttpExchange& exchange);

private:
    void replaceManagers();
    const QSslConfiguration& tls();
    void follow(QNetworkReply* reply);

    NetworkSettings m_settings;
    QList<QSslCertificate> m_extraCertificates;
    std::optional<QSslConfiguration> m_tls; ///< made when first needed
    std::chrono::milliseconds m_timeoutCeiling{0};
    std::shared_ptr<SystemProxies> m_systemProxies;
    std::unique_ptr<ManagerPool> m_pool;
};

} // namespace orangery
