// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/textrequest.h"

namespace orangery::sandbox {

/// A finished answer, still without a wire format.
struct TextAnswer
{
    QString reasoning;
    QString content;
    QByteArray object; ///< JSON mode: the content as JSON
    bool cut = false;  ///< max_tokens was reached
    qint64 completionTokens = 0;
    double neurons = -1; ///< below 0: the model has no price
};

TextAnswer composeAnswer(const TextRequest& request, const Model& model);

/// A JSON value that fits `schema` (types, enum, const, properties, required, items).
QJsonValue sampleFor(const QJsonObject& schema, const QString& prompt, int depth = 0);

} // namespace orangery::sandbox
