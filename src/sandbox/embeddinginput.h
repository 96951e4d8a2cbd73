// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/model.h"
#include "sandbox/reply.h"

#include <variant>

namespace orangery::sandbox {

/// Texts for vectors, checked and cut to what the model reads.
struct EmbeddingInput
{
    QStringList texts;
    int dimension = 0;
    QString kind;              ///< vectors of different kinds cannot be compared
    QString pooling;           ///< as answered; empty: the model has no pooling
    bool isOfContexts = false; ///< bge-m3's form of answer
    qint64 tokens = 0;
};

std::variant<EmbeddingInput, Failure> readEmbedding(const QJsonObject& body, const Model& model);

/// One text or a list of them.
QStringList textsOf(const QJsonValue& value);
/// The member `text` of each; fails at one that has none. API.md §6.
std::variant<QStringList, Failure> contextsOf(const QJsonValue& value);

} // namespace orangery::sandbox
