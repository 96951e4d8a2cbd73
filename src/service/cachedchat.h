// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"

#include <QByteArray>
#include <memory>
#include <optional>

namespace orangery {

class ResultCache;

/// Text generations in the result cache: those that always come out the same.
namespace cachedchat {

struct Known
{
    ChatReply reply;
    Neurons cost; ///< what the service took for it
};

/// Temperature 0, or a fixed seed.
bool isDeterministic(const ChatRequest& request);
/// Streamed or not, the answer is the same; so is it for every conversation. Another host is another service,
/// and the adapters of another account (`accountId`) are others.
QByteArray keyOf(const ChatRequest& request, const QString& host, const QString& accountId);
/// Reads the disk.
std::optional<Known> find(ResultCache& cache, const QByteArray& key);
/// Writes it, in a worker thread.
void keep(const std::shared_ptr<ResultCache>& cache, const QByteArray& key, const ChatReply& reply,
          Neurons cost);

} // namespace cachedchat

} // namespace orangery
