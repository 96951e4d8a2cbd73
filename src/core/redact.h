// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"

#include <QString>

namespace orangery {

/// `text` without secrets: whatever follows “Bearer ” or an authorization header, keys that look like API
/// tokens in JSON or queries, and every spelling (plain, base64, percent-encoded) of `secret` when it is
/// given.
QString redacted(QString text, const SecretString& secret = {});

/// `bytes` without any spelling of `secret`; nothing else is touched.
QByteArray withoutSecret(QByteArray bytes, const SecretString& secret);

} // namespace orangery
