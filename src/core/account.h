// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QUrl>

namespace orangery {

/// What the user said about billing; the service tells it to few tokens.
enum class Plan { Free, Paid };

/// A place to send requests to. Its token lies in the keychain under the service `app.orangery.Orangery`,
/// key = `uuid`, and never in this struct.
struct Account
{
    QString uuid;
    QString accountId; ///< 32 hex digits (API.md §1)
    QString name;
    Plan plan = Plan::Free;
    QUrl baseUrl;           ///< up to and without the last slash, e.g. https://api.cloudflare.com/client/v4
    bool isSandbox = false; ///< the built-in offline server; needs no keychain
    bool neverPay = true;   ///< stop at the free allowance even on a paid plan

    /// Nothing is sent past the free allowance.
    bool isHardLimited() const { return plan == Plan::Free || neverPay; }
    bool operator==(const Account&) const = default;
};

/// The service's own address (API.md §1).
inline QUrl defaultBaseUrl()
{
    return QUrl(QStringLiteral("https://api.cloudflare.com/client/v4"));
}

} // namespace orangery

Q_DECLARE_METATYPE(orangery::Account)
