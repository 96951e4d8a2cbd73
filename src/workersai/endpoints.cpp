// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/endpoints.h"

#include "core/account.h"

namespace orangery::endpoints {

namespace {

/// Where the parts of the API lie below a base URL.
struct AddressForm
{
    const char* host;    ///< empty: any
    const char* pathEnd; ///< that a base path of this form has
    const char* run;     ///< runs go to {base}/{this}{model}; %1 is the account id
    bool isWholeApi;     ///< tokens, accounts and catalog are there, too; else at the service's own address
};

// Source: API.md §1 and §16. An AI Gateway carries the account in its own path and only passes runs on.
constexpr AddressForm forms[] = {
    {"gateway.ai.cloudflare.com", "/workers-ai", "", false},
    {"gateway.ai.cloudflare.com", "", "workers-ai/", false},
    {"", "", "accounts/%1/ai/run/", true},
};

QUrl withoutLastSlash(QUrl url)
{
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::TolerantMode);
    return url;
}

const AddressForm& formOf(const QUrl& base)
{
    for (const AddressForm& form : forms) {
        const QLatin1String host(form.host);
        if ((host.isEmpty() || base.host() == host) && base.path().endsWith(QLatin1String(form.pathEnd)))
            return form;
    }
    return forms[std::size(forms) - 1];
}

/// Percent-encoded so that neither odd characters nor dot segments can lead out of the path. A server would
/// take %2E%2E for a parent folder, too, so the percent sign itself is encoded there.
QString segment(const QString& text)
{
    const QByteArray encoded = text.toUtf8().toPercentEncoding("@");
    if (encoded == "." || encoded == "..")
        return QString::fromLatin1(encoded).replace(u'.', QStringLiteral("%252E"));
    return QString::fromLatin1(encoded);
}

QString modelPath(const QString& model)
{
    QStringList segments = model.trimmed().split(u'/');
    for (QString& part : segments)
        part = segment(part);
    return segments.join(u'/');
}

QUrl at(QUrl base, const QString& encodedPath)
{
    base = withoutLastSlash(base);
    base.setPath(base.path(QUrl::FullyEncoded) + u'/' + encodedPath, QUrl::TolerantMode);
    return base;
}

HttpRequest request(const ApiContext& api, const QUrl& url)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"accept", "application/json"}};
    request.bearerToken = api.token;
    request.callId = api.callId;
    return request;
}

HttpRequest management(const ApiContext& api, const QString& encodedPath, const QUrlQuery& query = {})
{
    const QUrl base = withoutLastSlash(api.baseUrl);
    QUrl url = at(formOf(base).isWholeApi ? base : defaultBaseUrl(), encodedPath);
    if (!query.isEmpty())
        url.setQuery(query);
    HttpRequest management = request(api, url);
    management.firstByteTimeout = std::chrono::seconds(30);
    management.idleTimeout = std::chrono::seconds(30);
    return management;
}

QString accountPath(const ApiContext& api, const QString& rest)
{
    return QStringLiteral("accounts/") + segment(api.accountId) + u'/' + rest;
}

QUrlQuery pageQuery(int page, int perPage)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("page"), QString::number(page));
    query.addQueryItem(QStringLiteral("per_page"), QString::number(perPage));
    return query;
}

} // namespace

HttpRequest run(const ApiContext& api, const QString& model, const QByteArray& json)
{
    return run(api, model, "application/json", json);
}

HttpRequest run(const ApiContext& api, const QString& model, const QByteArray& contentType,
                const QByteArray& body, const QUrlQuery& query)
{
    const QUrl base = withoutLastSlash(api.baseUrl);
    const QString prefix =
        QString::fromLatin1(formOf(base).run).replace(QLatin1String("%1"), segment(api.accountId));
    QUrl url = at(base, prefix + modelPath(model));
    if (!query.isEmpty())
        url.setQuery(query);
    HttpRequest run = request(api, url);
    run.method = "POST";
    run.headers = {{"accept", "text/event-stream, application/json"}};
    run.contentType = contentType;
    run.body = body;
    return run;
}

HttpRequest verifyUserToken(const ApiContext& api)
{
    return management(api, QStringLiteral("user/tokens/verify"));
}

HttpRequest verifyAccountToken(const ApiContext& api)
{
    return management(api, accountPath(api, QStringLiteral("tokens/verify")));
}

HttpRequest accounts(const ApiContext& api, int page)
{
    return management(api, QStringLiteral("accounts"), pageQuery(page, accountsPerPage));
}

HttpRequest modelSearch(const ApiContext& api, int page, int perPage)
{
    return management(api, accountPath(api, QStringLiteral("ai/models/search")), pageQuery(page, perPage));
}

HttpRequest modelSchema(const ApiContext& api, const QString& model)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("model"),
                       QString::fromLatin1(QUrl::toPercentEncoding(model.trimmed())));
    return management(api, accountPath(api, QStringLiteral("ai/models/schema")), query);
}

HttpRequest finetunes(const ApiContext& api)
{
    return management(api, accountPath(api, QStringLiteral("ai/finetunes")));
}

HttpRequest publicFinetunes(const ApiContext& api, int limit, int offset)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    return management(api, accountPath(api, QStringLiteral("ai/finetunes/public")), query);
}

HttpRequest toMarkdown(const ApiContext& api, const QByteArray& contentType, const QByteArray& body)
{
    HttpRequest request = management(api, accountPath(api, QStringLiteral("ai/tomarkdown")));
    request.method = "POST";
    request.contentType = contentType;
    request.body = body;
    request.firstByteTimeout = std::chrono::seconds(300); // whole files are read before the first byte
    return request;
}

HttpRequest markdownFormats(const ApiContext& api)
{
    return management(api, accountPath(api, QStringLiteral("ai/tomarkdown/supported")));
}

HttpRequest graphql(const ApiContext& api, const QByteArray& json)
{
    HttpRequest graphql = management(api, QStringLiteral("graphql"));
    graphql.method = "POST";
    graphql.contentType = "application/json";
    graphql.body = json;
    return graphql;
}

} // namespace orangery::endpoints
