// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameterset.h"

#include <QDate>
#include <QHash>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <optional>

namespace orangery {

/// What a price counts. The names are those of resources/catalog/models.json.
enum class PriceUnit {
    InputTokensPerMillion,
    OutputTokensPerMillion,
    CachedInputTokensPerMillion,
    Step,
    Tile512,
    InputTile512,
    OutputTile512,
    InputTileStep,
    OutputTileStep,
    FirstMegapixel,
    FurtherMegapixel,
    InputMegapixel,
    ImagesPerMillion,
    AudioMinute,
    AudioMinuteRealtime,
    ThousandCharacters,
};

struct ReasoningEffort
{
    QStringList supported;
    QString byDefault;
    bool isMandatory = false;
    QHash<QString, QString> normalizesTo = {}; ///< what the service makes of levels that are not supported

    bool operator==(const ReasoningEffort&) const = default;
};

/// One entry of the catalog. What is not published is empty, never guessed.
struct Model
{
    QString id;   ///< e.g. @cf/zai-org/glm-4.7-flash
    QString task; ///< the service's task name, e.g. “Text Generation”
    QString description;
    int contextWindow = 0;   ///< tokens; 0: not published
    int maxOutputTokens = 0; ///< 0: not published
    bool tools = false;
    bool vision = false;
    bool reasoning = false;
    bool lora = false;
    bool asyncQueue = false;
    bool partner = false;
    bool realtime = false;
    bool paidPlanOnly = false;
    bool beta = false;
    bool terms = false;
    bool decisionModel = false; ///< answers typed questions, generates no text (API.md §3.9)
    bool listed = true;         ///< false: known, but not in the service's catalog
    bool deprecated = false;
    std::optional<QDate> endsOn;
    QString replacement;
    std::optional<ReasoningEffort> reasoningEffort;
    bool jsonMode = false;            ///< listed as able to answer in JSON (API.md §3.5; the list is old)
    QStringList languages;            ///< codes as the model takes them; empty: not published
    ParameterSet parameters;          ///< empty: not known
    QHash<PriceUnit, double> neurons; ///< neurons a unit; empty: price unknown

    /// The last part of the id, as people call it.
    QString name() const { return id.section(QLatin1Char('/'), -1); }
    /// The maker's slug, the middle part of the id.
    QString maker() const { return id.section(QLatin1Char('/'), 1, 1); }
    bool isChatModel() const
    {
        return task == QLatin1String("Text Generation") && !decisionModel && !deprecated && listed;
    }
    bool operator==(const Model&) const = default;
};

inline size_t qHash(PriceUnit unit, size_t seed = 0)
{
    return ::qHash(static_cast<int>(unit), seed);
}

} // namespace orangery

Q_DECLARE_METATYPE(orangery::Model)
