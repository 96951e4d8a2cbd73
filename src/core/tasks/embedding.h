// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QList>
#include <QStringList>
#include <QVariantMap>

namespace orangery {

/// Texts to vectors (API.md §6).
struct EmbeddingRequest
{
    /// What the texts are to each other; for models that tell questions from passages (qwen3-embedding).
    enum class Kind { Text, Query, Document };

    QString model;
    QStringList texts; ///< at most 100, or what the model's parameters say
    Kind kind = Kind::Text;
    QString instruction = {}; ///< what the vectors are for; only where the model has the parameter
    QString pooling = {};     ///< mean or cls, which cannot be mixed; empty: the model's own
    QVariantMap extra = {};   ///< parameters of the model's own, by their names on the wire

    bool operator==(const EmbeddingRequest&) const = default;
};

struct EmbeddingReply : ServiceFacts
{
    QList<QList<float>> vectors; ///< one a text, in order, all of one dimension
    QString pooling;             ///< as the service names it; empty: not named

    bool operator==(const EmbeddingReply&) const = default;
};

/// How well passages answer a question.
struct RerankRequest
{
    QString model;
    QString query;
    QStringList contexts;
    std::optional<int> topK = {}; ///< the best so many; nothing: all

    bool operator==(const RerankRequest&) const = default;
};

struct RerankReply : ServiceFacts
{
    struct Score
    {
        int index = 0; ///< into RerankRequest::contexts
        double score = 0;

        bool operator==(const Score&) const = default;
    };
    QList<Score> scores; ///< best first

    bool operator==(const RerankReply&) const = default;
};

} // namespace orangery
