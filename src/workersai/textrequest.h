// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "net/httprequest.h"
#include "workersai/apicontext.h"

#include <QStringList>

namespace orangery {

/// POST …/ai/run/{model} with this JSON, or the error that stood in its way. The model is the catalog's
/// entry, or, where that names none, the id in the request. NoSuchModel without either.
Result<HttpRequest> textRequest(const ApiContext& api, const Model& model, const Result<QByteArray>& json,
                                const QString& requestedModel);

/// About how many bytes the texts are on the wire.
qint64 bytesOf(const QStringList& texts);

} // namespace orangery
