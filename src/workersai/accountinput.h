// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"

#include <QString>
#include <QUrl>

namespace orangery {

/// What a person pasted, understood: an account id, a dashboard address, an API address or a curl command.
struct AccountInput
{
    QString accountId;  ///< 32 lower-case hex digits; empty: none was found
    QUrl baseUrl;       ///< empty: the service's own
    SecretString token; ///< from a curl command's header
    QString problem;    ///< translated; why nothing usable was found (wrong length, …). Empty: fine

    enum class Source { Nothing, AccountId, DashboardUrl, ApiUrl, Curl } source = Source::Nothing;
};

/// Reads `text` as far as it can be understood. Never fails: `problem` says what is missing.
AccountInput parseAccountInput(const QString& text);

/// The token in pasted text: white space, line ends, quotes and a leading “Bearer ” are taken off. Empty when
/// nothing token-like remains; characters that no token has are a reason to refuse, named in `problem`.
SecretString parseToken(const QString& text, QString* problem);

/// The page that creates a token with the right permissions already chosen (API.md §17).
QUrl createTokenUrl();

} // namespace orangery
