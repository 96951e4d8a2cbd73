// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/accountinput.h"
#include "workersai/accounttext.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace orangery {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::AccountInput)
};

constexpr int globalKeyLength = 37; // hex digits; a token is longer and has other letters, too

/// The first character that no token has (RFC 6750, b64token); null when there is none.
QString strangerIn(const QString& token)
{
    static const QRegularExpression stranger(QStringLiteral("[^A-Za-z0-9._~+/=-]"));
    const auto match = stranger.match(token);
    if (!match.hasMatch())
        return {};
    const QChar c = token.at(match.capturedStart());
    return c.isHighSurrogate() ? token.mid(match.capturedStart(), 2) : QString(c);
}

} // namespace

SecretString parseToken(const QString& text, QString* problem)
{
    static const QRegularExpression lead(
        QStringLiteral("^(?:authorization\\s*:\\s*)?[\"']?(?:bearer(?:\\s+|$))?"),
        QRegularExpression::CaseInsensitiveOption);
    QString token = accounttext::withoutQuotes(accounttext::withoutInvisible(text));
    token = accounttext::withoutSpaces(accounttext::withoutQuotes(token.remove(lead)));

    const QString stranger = strangerIn(token);
    static const QRegularExpression globalKey(QStringLiteral("^[0-9a-f]{%1}$").arg(globalKeyLength));
    QString found;
    if (token.isEmpty())
        found = Texts::tr("Paste an API token.");
    else if (!stranger.isEmpty())
        found = Texts::tr("A token cannot contain “%1”. Copy it again, whole and alone.").arg(stranger);
    else if (globalKey.match(token).hasMatch())
        found = Texts::tr(
            "This looks like a global API key. Orangery takes API tokens only, because a token can be "
            "limited to Workers AI.");
    if (problem)
        *problem = found;
    if (!found.isEmpty())
        return {};
    return SecretString(token.toLatin1());
}

QUrl createTokenUrl()
{
    // API.md §17: `ai` and `account_analytics`, both to read, are all that is used.
    const QByteArray permissions =
        QByteArrayLiteral(R"([{"key":"ai","type":"read"},{"key":"account_analytics","type":"read"}])");
    const QByteArray query =
        "permissionGroupKeys=" + permissions.toPercentEncoding() + "&accountId=*&zoneId=all&name=Orangery";
    return QUrl::fromEncoded("https://dash.cloudflare.com/profile/api-tokens?" + query);
}

} // namespace orangery
