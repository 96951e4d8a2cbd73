// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "core/result.h"

#include <QList>
#include <QSqlDatabase>

namespace orangery {

/// A message as a row of its table. Enumerations are kept by name, so that their order in the source is free.
Result<void> insertMessage(const QSqlDatabase& database, const StoredMessage& message);
Result<void> updateMessage(const QSqlDatabase& database, const StoredMessage& message);
/// Parents before children, else in the order of their ids.
Result<QList<StoredMessage>> selectMessages(const QSqlDatabase& database, qint64 conversationId);

} // namespace orangery
