// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "net/httprequest.h"
#include "workersai/apicontext.h"
#include "workersai/modelinput.h"

namespace orangery {

/// POST …/ai/run/{model} for pictures and sound, which may take minutes before the first byte.
/// `accept`: media types of the answer.
HttpRequest mediaRequest(const ApiContext& api, const Model& model, const WireBody& body,
                         const QByteArray& accept = "application/json");

/// InvalidInput with this sentence (translated).
Error unusableInput(const QString& sentence);

} // namespace orangery
