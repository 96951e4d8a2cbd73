// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QList>
#include <QSslError>

namespace orangery {

/// Puts what is wrong with a server's certificate, and what to do about it, into the sentence of a TlsFailed;
/// without a reason that has a sentence of its own it stays as it is. `errors`: all that Qt found, in any
/// order; `host`: whom the request was for.
void explain(Error& error, const QList<QSslError>& errors, const QString& host);

} // namespace orangery
