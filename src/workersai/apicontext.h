// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"

#include <QString>
#include <QUrl>

namespace orangery {

/// Whom a call is made for. A running job keeps the one it started with.
struct ApiContext
{
    QUrl baseUrl; ///< …/client/v4, or a custom host or AI Gateway in its place
    QString accountId;
    SecretString token;
    qint64 callId = 0; ///< of the call that is made, for the request inspector; 0: none
};

} // namespace orangery
