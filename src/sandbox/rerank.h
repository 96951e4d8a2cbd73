// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

#include <QJsonObject>

namespace orangery::sandbox {

/// `{query, contexts, top_k?}` → `{response: [{id, score}]}`, best first. API.md §6.
Reply rerank(const ModelCall& call, const QJsonObject& body);

} // namespace orangery::sandbox
