// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/accountdraft.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace orangery {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(orangery::AccountDraft)
};

bool isThisComputer(const QString& host)
{
    static const QRegularExpression loopback(QStringLiteral("^(localhost|::1|127(\\.\\d{1,3}){3})$"),
                                             QRegularExpression::CaseInsensitiveOption);
    return loopback.match(host).hasMatch();
}

} // namespace

Account accountFor(const AccountDraft& draft, const Diagnosis& diagnosis, const QList<Account>& known,
                   const QString& uuid)
{
    Account account;
    account.uuid = uuid;
    const auto same = std::ranges::find_if(known, [&](const Account& other) {
        return !other.isSandbox && other.accountId == diagnosis.accountId && other.baseUrl == draft.baseUrl;
    });
    if (same != known.end())
        account = *same;
    account.accountId = diagnosis.accountId;
    account.baseUrl = draft.baseUrl;
    if (!diagnosis.accountName.isEmpty())
        account.name = diagnosis.accountName;
    else if (account.name.isEmpty())
        account.name = diagnosis.accountId.left(6);
    return account;
}

QString problemOfAddress(const QUrl& address)
{
    if (!address.isValid() || address.host().isEmpty())
        return Words::tr("This is not an address. It looks like https://host/client/v4.");
    if (address.scheme() == QLatin1String("https"))
        return {};
    if (address.scheme() == QLatin1String("http")) {
        return isThisComputer(address.host())
                   ? QString()
                   : Words::tr(
                         "http:// would send the token unencrypted. Use https:// (http:// works for this "
                         "computer only).");
    }
    return Words::tr("The address must begin with https://.");
}

QUrl addressFrom(const QString& text)
{
    QString trimmed = text.simplified().remove(QLatin1Char(' '));
    while (trimmed.endsWith(QLatin1Char('/')))
        trimmed.chop(1);
    return trimmed.isEmpty() ? QUrl() : QUrl(trimmed, QUrl::StrictMode);
}

} // namespace orangery
