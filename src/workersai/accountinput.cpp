// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/accountinput.h"

#include "core/account.h"
#include "workersai/accounttext.h"
#include "workersai/curlcommand.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrlQuery>

namespace orangery {

namespace {

using Source = AccountInput::Source;

constexpr int idLength = 32;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::AccountInput)
};

AccountInput problem(const QString& text, Source source)
{
    AccountInput input;
    input.problem = text;
    input.source = source;
    return input;
}

QString noIdInAddress()
{
    return Texts::tr(
        "There is no account ID in this address. Open your account in the dashboard and copy the "
        "address from there, or paste the ID itself (32 characters).");
}

/// The first group of exactly 32 hex digits.
QString idIn(const QString& text)
{
    static const QRegularExpression id(QStringLiteral("(?<![0-9A-Za-z])[0-9a-f]{32}(?![0-9A-Za-z])"),
                                       QRegularExpression::CaseInsensitiveOption);
    return id.match(text).captured().toLower();
}

bool isHex(const QString& text)
{
    static const QRegularExpression hex(QStringLiteral("^[0-9a-fA-F]*$"));
    return hex.match(text).hasMatch();
}

bool isHost(const QString& host, QLatin1String domain)
{
    return host == domain || (host.endsWith(domain) && host.at(host.size() - domain.size() - 1) == u'.');
}

AccountInput fromDashboard(const QUrl& url)
{
    AccountInput input;
    input.source = Source::DashboardUrl;
    input.accountId = idIn(url.path().section(u'/', 1, 1));
    if (input.accountId.isEmpty()) // “…/?to=/<id>/ai” leads to the same page
        input.accountId =
            idIn(QUrlQuery(url).queryItemValue(QStringLiteral("to"), QUrl::FullyDecoded).section(u'/', 1, 1));
    if (input.accountId.isEmpty())
        input.problem = noIdInAddress();
    return input;
}

/// An address without what is not part of a base URL.
QUrl baseUrl(const QUrl& url, const QString& path)
{
    QUrl base = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString bare = path;
    while (bare.endsWith(u'/'))
        bare.chop(1);
    base.setPath(bare);
    return base;
}

/// …/v1/{account}/{gateway}/workers-ai… (API.md §16)
AccountInput fromGateway(const QUrl& url)
{
    AccountInput input;
    input.source = Source::ApiUrl;
    input.accountId = idIn(url.path().section(u'/', 2, 2));
    const QString gateway = url.path().section(u'/', 3, 3);
    if (input.accountId.isEmpty())
        input.problem = noIdInAddress();
    else if (!gateway.isEmpty())
        input.baseUrl = baseUrl(url, url.path().section(u'/', 0, 3) + QStringLiteral("/workers-ai"));
    return input;
}

AccountInput fromApi(const QUrl& url)
{
    AccountInput input;
    input.source = Source::ApiUrl;
    const QString path = url.path();
    static const QRegularExpression account(QStringLiteral("^(.*?)/accounts(?:/([^/]*))?(?:/|$)"));
    const auto match = account.match(path);
    const QUrl base = baseUrl(url, match.hasMatch() ? match.captured(1) : path);
    if (base.host() != defaultBaseUrl().host())
        input.baseUrl = base;
    const QString id = match.captured(2);
    input.accountId = idIn(id);
    if (input.accountId.isEmpty())
        input.problem = isHex(id) && !id.isEmpty() ? accounttext::wrongLength(id.size()) : noIdInAddress();
    return input;
}

std::optional<AccountInput> fromUrl(const QString& text)
{
    static const QRegularExpression address(
        QStringLiteral("^(https?://\\S+|[a-z0-9.-]*cloudflare\\.com(?:/\\S*)?)$"),
        QRegularExpression::CaseInsensitiveOption);
    if (!address.match(text).hasMatch())
        return std::nullopt;
    const QUrl url(text.contains(QLatin1String("://")) ? text : QStringLiteral("https://") + text);
    if (!url.isValid() || url.host().isEmpty())
        return std::nullopt;
    if (isHost(url.host(), QLatin1String("dash.cloudflare.com")))
        return fromDashboard(url);
    if (isHost(url.host(), QLatin1String("gateway.ai.cloudflare.com")))
        return fromGateway(url);
    return fromApi(url);
}

AccountInput fromCurl(const QString& text)
{
    const CurlCommand curl = readCurl(text);
    if (curl.hasGlobalKey)
        return problem(
            Texts::tr("This command uses a global API key (X-Auth-Key). Orangery takes API tokens only, "
                      "because a token can be limited to Workers AI. Create one and paste it."),
            Source::Curl);
    AccountInput input =
        curl.url.isEmpty()
            ? problem(Texts::tr("There is no address in this command. Copy it again, whole."), Source::Curl)
            : fromUrl(curl.url).value_or(problem(noIdInAddress(), Source::Curl));
    input.source = Source::Curl;
    if (!curl.token.isEmpty()) {
        QString tokenProblem;
        input.token = parseToken(curl.token, &tokenProblem);
        if (input.problem.isEmpty())
            input.problem = tokenProblem;
    }
    return input;
}

AccountInput fromWord(const QString& text)
{
    const QString word = accounttext::withoutSpaces(accounttext::withoutQuotes(text));
    if (isHex(word) && word.size() == idLength) {
        AccountInput input;
        input.accountId = word.toLower();
        input.source = Source::AccountId;
        return input;
    }
    if (const QString id = idIn(text); !id.isEmpty()) { // “Account ID: …”
        AccountInput input;
        input.accountId = id;
        input.source = Source::AccountId;
        return input;
    }
    if (word.size() == idLength)
        return problem(
            Texts::tr("An account ID has only the digits 0–9 and the letters a–f; this has others."),
            Source::Nothing);
    return problem(accounttext::wrongLength(word.size()), Source::Nothing);
}

} // namespace

AccountInput parseAccountInput(const QString& raw)
{
    const QString text = accounttext::withoutInvisible(raw).trimmed();
    if (text.isEmpty())
        return problem(Texts::tr("Paste an account ID, a dashboard address or a curl command."),
                       Source::Nothing);
    if (isCurl(text))
        return fromCurl(text);
    if (const auto input = fromUrl(accounttext::withoutQuotes(text)))
        return *input;
    return fromWord(text);
}

} // namespace orangery
