// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/managerpool.h"

#include "net/nodelay.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <algorithm>

namespace orangery {

namespace {

constexpr qsizetype connectionsOfOne = 6; // of a QNetworkAccessManager to one host, over HTTP/1.1
constexpr qsizetype mostManagers = 24;    // each has a thread of its own

QString originOf(const QUrl& url)
{
    return url.scheme() + QStringLiteral("://") + url.authority();
}

QList<QNetworkReply*> repliesOf(const QNetworkAccessManager* manager)
{
    return manager->findChildren<QNetworkReply*>(QString(), Qt::FindDirectChildrenOnly);
}

qsizetype running(const QNetworkAccessManager* manager, const QString& origin)
{
    const QList<QNetworkReply*> replies = repliesOf(manager);
    return std::ranges::count_if(replies, [&](const QNetworkReply* reply) {
        return !reply->isFinished() && originOf(reply->url()) == origin;
    });
}

/// A manager owns its factory; this one is the pool's.
class SharedChoice : public QNetworkProxyFactory
{
public:
    explicit SharedChoice(std::shared_ptr<ProxyChoice> choice) : m_choice(std::move(choice)) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        return m_choice->queryProxy(query);
    }

private:
    std::shared_ptr<ProxyChoice> m_choice;
};

} // namespace

ManagerPool::ManagerPool(std::optional<QNetworkProxy> fixedProxy, std::shared_ptr<SystemProxies> system)
    : m_proxyChoice(std::make_shared<ProxyChoice>(std::move(fixedProxy), std::move(system)))
{
    addManager();
}

QNetworkAccessManager* ManagerPool::addManager()
{
    auto* manager = new QNetworkAccessManager(this);
    manager->setRedirectPolicy(QNetworkRequest::SameOriginRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    manager->setProxyFactory(new SharedChoice(m_proxyChoice));
    m_managers.append(manager);
    return manager;
}

QNetworkAccessManager& ManagerPool::managerFor(const QUrl& url, bool mayUseHttp2)
{
    const QString origin = originOf(url);
    if (mayUseHttp2 && m_multiplexing.contains(origin))
        return *m_managers.first();
    QNetworkAccessManager* least = nullptr;
    qsizetype fewest = 0;
    for (QNetworkAccessManager* manager : std::as_const(m_managers)) {
        const qsizetype count = running(manager, origin);
        if (count < connectionsOfOne)
            return *manager;
        if (!least || count < fewest) {
            least = manager;
            fewest = count;
        }
    }
    return m_managers.size() < mostManagers ? *addManager() : *least;
}

void ManagerPool::follow(QNetworkReply* reply)
{
    connect(reply, &QNetworkReply::socketStartedConnecting, this,
            [this, reply] { disableNagle(m_proxyChoice->peerPorts(reply->url())); });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] {
        // another way to the host, by a proxy, may speak only the older one
        const bool mayUseHttp2 = reply->request().attribute(QNetworkRequest::Http2AllowedAttribute).toBool();
        if (reply->attribute(QNetworkRequest::Http2WasUsedAttribute).toBool())
            m_multiplexing.insert(originOf(reply->url()));
        else if (mayUseHttp2)
            m_multiplexing.remove(originOf(reply->url()));
    });
}

bool ManagerPool::isIdle() const
{
    return std::ranges::all_of(m_managers, [](const auto* manager) { return repliesOf(manager).isEmpty(); });
}

void ManagerPool::retire(QObject* parent)
{
    setParent(parent);
    for (const QNetworkAccessManager* manager : std::as_const(m_managers)) {
        for (const QNetworkReply* reply : repliesOf(manager)) {
            connect(reply, &QObject::destroyed, this, [this] {
                if (isIdle())
                    deleteLater();
            });
        }
    }
    if (isIdle())
        deleteLater();
}

} // namespace orangery
