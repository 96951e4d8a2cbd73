// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"

#include "net/addressrules.h"
#include "net/certificatefile.h"
#include "net/httpdate.h"
#include "net/managerpool.h"
#include "net/nodelay.h"
#include "net/systemproxies.h"
#include "net/uploadbody.h"

#include <QMetaMethod>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <algorithm>
#include <array>

namespace orangery {

namespace {

constexpr int maxRedirects = 5;

/// Fit to stand in a head: printable bytes and spaces, no line break that would start another header.
bool isHeadText(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; });
}

bool isReserved(const QByteArray& headerName)
{
    static const std::array reserved = {"authorization", "proxy-authorization", "cookie", "host",
                                        "content-length"};
    return std::ranges::any_of(
        reserved, [&](const char* name) { return headerName.compare(name, Qt::CaseInsensitive) == 0; });
}

std::optional<Error> refusalOf(const HttpRequest& request)
{
    if (!isSafeAddress(request.url))
        return Error::of(ErrorKind::InsecureAddress,
                         request.url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    if (!request.url.userInfo().isEmpty())
        return Error::of(ErrorKind::InvalidInput,
                         HttpClient::tr("The address holds a user name or a password."));
    if (!isHeadText(request.bearerToken.reveal()))
        return Error::of(ErrorKind::InvalidInput,
                         HttpClient::tr("The token holds a line break or a control character."));
    for (const auto& [name, value] : request.headers) {
        if (name.isEmpty() || isReserved(name) || !isHeadText(name) || !isHeadText(value))
            return Error::of(ErrorKind::InvalidInput,
                             HttpClient::tr("The header %1 cannot be sent.").arg(QString::fromLatin1(name)));
    }
    return std::nullopt;
}

std::optional<QNetworkProxy> fixedProxyOf(const NetworkSettings& settings)
{
    const auto manual = [&](QNetworkProxy::ProxyType type) {
        return QNetworkProxy(type, settings.proxyHost, settings.proxyPort, settings.proxyUser,
                             QString::fromUtf8(settings.proxyPassword.reveal()));
    };
    switch (settings.proxyMode) {
    case ProxyMode::System:
        break;
    case ProxyMode::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxyMode::Http:
        return manual(QNetworkProxy::HttpProxy);
    case ProxyMode::Socks5:
        return manual(QNetworkProxy::Socks5Proxy);
    }
    return std::nullopt;
}

QNetworkReply* dispatch(QNetworkAccessManager& manager, const QNetworkRequest& wire,
                        const HttpRequest& request)
{
    if (request.body.isEmpty()) {
        if (request.method == "GET")
            return manager.get(wire);
        if (request.method == "HEAD")
            return manager.head(wire);
        if (request.method == "POST")
            return manager.post(wire, QByteArray());
        return manager.sendCustomRequest(wire, request.method);
    }
    auto* body = new UploadBody(request.body);
    QNetworkReply* reply = request.method == "POST" ? manager.post(wire, body)
                                                    : manager.sendCustomRequest(wire, request.method, body);
    body->setParent(reply);
    return reply;
}

} // namespace

HttpClient::HttpClient(QObject* parent) : QObject(parent), m_systemProxies(std::make_shared<SystemProxies>())
{
    replaceManagers();
}

HttpClient::~HttpClient() = default;

Result<void> HttpClient::setSettings(const NetworkSettings& settings)
{
    const bool isManual = settings.proxyMode == ProxyMode::Http || settings.proxyMode == ProxyMode::Socks5;
    if (isManual && (settings.proxyHost.isEmpty() || settings.proxyPort == 0)) {
        Error error = Error::of(ErrorKind::InvalidInput);
        error.message = tr("A proxy of your own needs a host and a port. Nothing was changed.");
        return error;
    }

    QList<QSslCertificate> extra;
    if (!settings.extraCaFile.isEmpty()) {
        Result<QList<QSslCertificate>> read = certificatesOf(settings.extraCaFile);
        if (!read)
            return read.error();
        extra = *std::move(read);
        prepareSystemCertificates();
    }
    m_extraCertificates = std::move(extra);
    m_tls.reset();
    m_settings = settings;
    m_systemProxies->forget();
    replaceManagers();
    return {};
}

/// Managers keep connections, and with them the proxy and the certificates they were opened with: new
/// settings need new ones.
void HttpClient::replaceManagers()
{
    if (ManagerPool* old = m_pool.release())
        old->retire(this);
    m_pool = std::make_unique<ManagerPool>(fixedProxyOf(m_settings), m_systemProxies);
}

/// Qt looks the system's certificates up on demand, but stops doing so as soon as another one is added
/// (seen on 6.4.2): then all must be named.
const QSslConfiguration& HttpClient::tls()
{
    if (!m_tls) {
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setCaCertificates(systemCertificates() + m_extraCertificates);
    }
    return *m_tls;
}

bool HttpClient::isWatched() const
{
    static const QMetaMethod shown = QMetaMethod::fromSignal(&HttpClient::exchangeChanged);
    return isSignalConnected(shown);
}

bool HttpClient::isProxied(const QUrl& url) const
{
    return m_pool->proxyChoice().isProxied(url);
}

void HttpClient::findWay(const QUrl& url, QObject* context, std::function<void()> found)
{
    if (!isSafeAddress(url) || m_pool->proxyChoice().isKnown(url))
        return found();
    m_systemProxies->look(url, context, std::move(found));
}

Result<QNetworkReply*> HttpClient::send(const HttpRequest& request, bool isStream)
{
    if (const std::optional<Error> refusal = refusalOf(request))
        return *refusal;

    QNetworkRequest wire(request.url);
    wire.setRawHeader("User-Agent", "Orangery/" ORANGERY_VERSION);
    if (isStream)
        wire.setRawHeader("Accept-Encoding", "identity");
    if (!request.contentType.isEmpty() || !request.body.isEmpty())
        wire.setRawHeader("Content-Type",
                          request.contentType.isEmpty() ? "application/octet-stream" : request.contentType);
    for (const auto& [name, value] : request.headers)
        wire.setRawHeader(name, value);
    if (!request.bearerToken.isEmpty())
        wire.setRawHeader("Authorization", "Bearer " + request.bearerToken.reveal());
    wire.setMaximumRedirectsAllowed(maxRedirects);
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    const bool mayUseHttp2 = isStream || canDisableNagle();
    wire.setAttribute(QNetworkRequest::Http2AllowedAttribute, mayUseHttp2);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!m_extraCertificates.isEmpty() && request.url.scheme() == QLatin1String("https"))
        wire.setSslConfiguration(tls());

    QNetworkReply* reply = dispatch(m_pool->managerFor(request.url, mayUseHttp2), wire, request);
    m_pool->follow(reply);
    follow(reply);
    return reply;
}

void HttpClient::follow(QNetworkReply* reply)
{
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] {
        const QDateTime date = httpDate(reply->rawHeader("Date"));
        if (date.isValid())
            emit serverTimeSeen(date);
    });
}

} // namespace orangery
