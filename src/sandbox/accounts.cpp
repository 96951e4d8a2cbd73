// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/accounts.h"

#include "sandbox/envelope.h"
#include "sandbox/jsonwriter.h"

#include <QUrlQuery>

namespace orangery::sandbox {

const QString accountId = QStringLiteral("5a4db0c0ffee5a4db0c0ffee5a4db0c0");
const QString accountToken = QStringLiteral("sandbox-account-token-that-opens-nothing");

Caller callerOf(const ServerRequest& request, const State& state)
{
    const QByteArray header = request.header("Authorization");
    if (!header.startsWith("Bearer "))
        return Caller::Nobody;
    const QString token = QString::fromUtf8(header.mid(7));
    if (token == state.options.userToken)
        return Caller::UserToken;
    return token == accountToken ? Caller::AccountToken : Caller::Nobody;
}

Reply verifyToken(Caller caller, const Fault& fault)
{
    const bool isUser = caller == Caller::UserToken;
    QString status = QStringLiteral("active");
    if (fault.is("token-disabled"))
        status = QStringLiteral("disabled");
    if (fault.is("token-expired"))
        status = QStringLiteral("expired");
    const QString id = isUser ? QStringLiteral("0000000000000000000000000000a11c")
                              : QStringLiteral("0000000000000000000000000000a11d");
    ObjectWriter result;
    result.string("id", id).string("status", status);
    if (fault.is("token-expired"))
        result.string("expires_on", QStringLiteral("2026-01-01T00:00:00Z"));
    return success(result.bytes());
}

Reply listAccounts(const ServerRequest& request, const Fault& fault)
{
    const QUrlQuery query(QString::fromUtf8(request.query));
    bool ok = false;
    int page = query.queryItemValue(QStringLiteral("page")).toInt(&ok);
    page = ok ? std::max(page, 1) : 1;
    int perPage = query.queryItemValue(QStringLiteral("per_page")).toInt(&ok);
    perPage = ok ? std::clamp(perPage, 1, 50) : 20;
    const QString name = query.queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded);
    const QString own = QStringLiteral("Sandbox");
    const int total = fault.is("no-accounts") || (!name.isEmpty() && name != own) ? 0 : 1;
    const int count = page == 1 ? total : 0;
    ArrayWriter accounts;
    if (count) {
        accounts.raw(ObjectWriter()
                         .string("id", accountId)
                         .string("name", own)
                         .string("type", QStringLiteral("standard"))
                         .raw("settings", ObjectWriter().boolean("enforce_twofactor", false).bytes())
                         .string("created_on", QStringLiteral("2026-01-01T00:00:00Z"))
                         .bytes());
    }
    return success(accounts.bytes(), ObjectWriter()
                                         .number("page", page)
                                         .number("per_page", perPage)
                                         .number("total_pages", total)
                                         .number("count", count)
                                         .number("total_count", total)
                                         .bytes());
}

} // namespace orangery::sandbox
