// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxychoice.h"

#include <QList>
#include <QObject>
#include <QSet>
#include <QUrl>
#include <memory>
#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace orangery {

/// The QNetworkAccessManagers of one HttpClient, all with the same proxy and rules.
///
/// Why more than one: a manager opens six HTTP/1.1 connections to a host, and a request beyond those waits
/// until a stream has ended. So a request goes to the first manager that has a connection to spare, and calls
/// one after the other keep to one connection. HTTP/2 carries all on one: hosts that speak it need no more.
class ManagerPool : public QObject
{
    Q_OBJECT

public:
    ManagerPool(std::optional<QNetworkProxy> fixedProxy, std::shared_ptr<SystemProxies> system);

    /// Where a request to `url` should be sent now.
    QNetworkAccessManager& managerFor(const QUrl& url, bool mayUseHttp2);
    /// To be called once with what was sent.
    void follow(QNetworkReply* reply);

    const ProxyChoice& proxyChoice() const { return *m_proxyChoice; }
    bool isIdle() const;
    /// Deletes this once the last reply is gone: before, it would drop running requests.
    void retire(QObject* parent);

private:
    QNetworkAccessManager* addManager();

    std::shared_ptr<ProxyChoice> m_proxyChoice;
    QList<QNetworkAccessManager*> m_managers; ///< children of this
    QSet<QString> m_multiplexing;             ///< the origins that answered over HTTP/2
};

} // namespace orangery
