// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// Whether the query asks for the asynchronous queue.
bool isForBatch(const ServerRequest& request);

/// `?queueRequest=true`: puts `requests` into the queue, or tells about the one that `request_id` names.
/// `task` answers a single request of the model. API.md §11.
Reply batch(const ModelCall& call, Task task);

} // namespace orangery::sandbox
