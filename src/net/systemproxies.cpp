// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/systemproxies.h"

#include <QCoreApplication>
#include <QMutex>
#include <QNetworkInformation>
#include <QThread>
#include <thread>

namespace orangery {

namespace {

constexpr std::chrono::seconds holdsFor{60};

/// Scripts may tell servers apart by scheme, host and port; of the path they see nothing.
QString serverOf(const QUrl& url)
{
    return url.scheme() + QStringLiteral("://") + url.host() + u':' + QString::number(url.port());
}

} // namespace

/// What the threads know of the object that waits for them.
struct SystemProxies::Line
{
    QMutex mutex;
    SystemProxies* end = nullptr; ///< nothing: gone
};

SystemProxies::SystemProxies(QObject* parent)
    : QObject(parent),
      m_query(&QNetworkProxyFactory::systemProxyForQuery),
      m_line(std::make_shared<Line>())
{
    m_line->end = this;
}

SystemProxies::~SystemProxies()
{
    const QMutexLocker lock(&m_line->mutex);
    m_line->end = nullptr;
}

void SystemProxies::setQuery(Query query)
{
    m_query = std::move(query);
    forget();
}

bool SystemProxies::isKnown(const QUrl& url) const
{
    const auto answer = m_answers.constFind(serverOf(url));
    return answer != m_answers.constEnd() && answer->generation == m_generation &&
           std::chrono::steady_clock::now() - answer->at < holdsFor;
}

void SystemProxies::look(const QUrl& url, QObject* context, std::function<void()> found)
{
    if (isKnown(url))
        return found();
    followNetwork();
    const QString server = serverOf(url);
    QList<Waiting>& waiting = m_waiting[server];
    waiting.append({context, std::move(found)});
    if (waiting.size() == 1)
        ask(server, url);
}

// A thread that nobody waits for: a script's server may never answer, and must not hold up the program's end.
void SystemProxies::ask(const QString& server, const QUrl& url)
{
    std::thread([line = m_line, query = m_query, generation = m_generation, server, url] {
        const QList<QNetworkProxy> proxies = query(QNetworkProxyQuery(url));
        const QMutexLocker lock(&line->mutex);
        if (SystemProxies* end = line->end) {
            QMetaObject::invokeMethod(
                end, [=] { end->take(server, url, generation, proxies); }, Qt::QueuedConnection);
        }
    }).detach();
}

void SystemProxies::take(const QString& server, const QUrl& url, int generation,
                         const QList<QNetworkProxy>& proxies)
{
    if (generation != m_generation)
        return ask(server, url); // another network by now
    m_answers.insert(server, {proxies, std::chrono::steady_clock::now(), generation});
    const QPointer<SystemProxies> self(this);
    const QList<Waiting> waiting = m_waiting.take(server);
    for (const Waiting& one : waiting) {
        if (one.context)
            one.found();
        if (!self)
            return;
    }
}

QList<QNetworkProxy> SystemProxies::proxiesFor(const QNetworkProxyQuery& query)
{
    const QString server = serverOf(query.url());
    const auto answer = m_answers.constFind(server);
    if (answer != m_answers.constEnd())
        return answer->proxies;
    const QList<QNetworkProxy> proxies = m_query(query);
    m_answers.insert(server, {proxies, std::chrono::steady_clock::now(), m_generation});
    return proxies;
}

void SystemProxies::forget()
{
    ++m_generation;
}

// Where no part of the system tells of changes, the minute has to do.
void SystemProxies::followNetwork()
{
    if (std::exchange(m_isFollowing, true))
        return;
    if (QThread::currentThread() == qApp->thread())
        QNetworkInformation::loadDefaultBackend();
    if (const QNetworkInformation* network = QNetworkInformation::instance()) {
        connect(network, &QNetworkInformation::reachabilityChanged, this, &SystemProxies::forget);
        connect(network, &QNetworkInformation::transportMediumChanged, this, &SystemProxies::forget);
    }
}

} // namespace orangery
