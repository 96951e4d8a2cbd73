// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace orangery::sandbox {

/// One entry of the catalog, with what the wire needs to know about it.
struct Model
{
    /// Classic: result.response and `p` padding. Chat: OpenAI's objects. API.md §3.1 and §3.3.
    enum class Shape { Classic, Chat };
    /// Where a stream in OpenAI's shape carries `usage`; all three were seen.
    enum class UsagePlace { OwnEvent, FinishEvent, EveryEvent };
    /// Where the reasoning text goes. API.md §3.7.
    enum class Reasoning { None, ReasoningContent, Reasoning, ThinkTags };

    QString id;
    QString task;
    QString description;
    QDate endsOn;          ///< null: no planned end
    int contextWindow = 0; ///< tokens; 0: not published
    int maxOutput = 0;     ///< tokens; 0: not published
    bool listed = true;    ///< false: runs, but no search finds it
    bool deprecated = false;
    bool beta = false;
    bool lora = false;
    bool tools = false;
    bool vision = false;
    bool reasons = false;
    bool asyncQueue = false;
    bool partner = false;
    bool realtime = false;
    bool terms = false;
    bool paidPlanOnly = false;
    bool byForm = false;   ///< access is given on request only
    bool decision = false; ///< clef family: no chat
    QJsonObject reasoningEffort;
    QStringList languages;       ///< as published for the model; mostly empty
    QStringList targetLanguages; ///< codes that the schema of the model lists; mostly empty
    QJsonArray prices;           ///< {unit, neurons, usd}, units as in the resource file

    Shape shape = Shape::Classic;
    UsagePlace usagePlace = UsagePlace::OwnEvent;
    Reasoning reasoning = Reasoning::None;

    QString author() const { return id.section(u'/', 1, 1); }
    bool isText() const { return task == u"Text Generation"; }
    /// Neurons of one unit; below 0 when the unit has no price.
    double neuronsOf(const QString& unit) const;
    /// Neurons of a text call; below 0 when the model has no price. `cachedTokens` are a part of the input.
    double neurons(qint64 inputTokens, qint64 outputTokens, qint64 cachedTokens = 0) const;
    /// Only what publishes a price for cached input has a prompt cache. API.md §12.
    bool hasPromptCache() const { return neuronsOf(QStringLiteral("cachedInputTokensPerMillion")) >= 0; }
    bool hasEnded(const QDate& today) const { return endsOn.isValid() && endsOn < today; }
};

} // namespace orangery::sandbox
