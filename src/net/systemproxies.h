// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QNetworkProxyFactory>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace orangery {

/// Which proxies the system names for an address. The system is asked in a thread of its own: where a script
/// decides (PAC), its answer may take as long as the server that the script comes from. What it said holds
/// for a minute, or until the network changes.
///
/// Used in one thread. An answer that comes when this is gone is dropped.
class SystemProxies : public QObject
{
    Q_OBJECT

public:
    /// Called in any thread, several times at once for different addresses.
    using Query = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery&)>;

    explicit SystemProxies(QObject* parent = nullptr);
    ~SystemProxies() override;

    /// In place of QNetworkProxyFactory::systemProxyForQuery(), for what is asked from now on.
    void setQuery(Query query);

    /// Whether there is an answer for the address that still holds.
    bool isKnown(const QUrl& url) const;
    /// Calls `found` when there is one, unless `context` is gone by then. Addresses of one server are one
    /// question, however many wait for it.
    void look(const QUrl& url, QObject* context, std::function<void()> found);
    /// As it was said last; what was never looked up is asked at once, and the caller waits.
    QList<QNetworkProxy> proxiesFor(const QNetworkProxyQuery& query);
    /// Nothing that was said holds any longer.
    void forget();

private:
    struct Answer
    {
        QList<QNetworkProxy> proxies;
        std::chrono::steady_clock::time_point at;
        int generation = 0;
    };
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> found;
    };
    struct Line;

    void ask(const QString& server, const QUrl& url);
    void take(const QString& server, const QUrl& url, int generation, const QList<QNetworkProxy>& proxies);
    void followNetwork();

    Query m_query;
    QHash<QString, Answer> m_answers; ///< by server
    QHash<QString, QList<Waiting>> m_waiting;
    std::shared_ptr<Line> m_line; ///< the way back from the threads
    int m_generation = 0;
    bool m_isFollowing = false;
};

} // namespace orangery
