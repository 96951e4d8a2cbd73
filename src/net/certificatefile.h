// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QSslCertificate>
#include <QString>

namespace orangery {

/// Every certificate of a PEM file, at least one. ErrorKind::InvalidInput, with a sentence that names the
/// file, when it is missing, unreadable, holds none, or holds one that is damaged.
Result<QList<QSslCertificate>> certificatesOf(const QString& pemFile);

/// Begins to read the certificates that the system trusts, once a process and in a thread of its own: it
/// takes some 50 ms.
void prepareSystemCertificates();
/// They; waits for the reading to end. Thread-safe.
const QList<QSslCertificate>& systemCertificates();

} // namespace orangery
