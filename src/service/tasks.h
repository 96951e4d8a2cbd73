// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/taskcall.h"

namespace orangery {

class ConversionJob;
class EmbeddingJob;
class ImageClassificationJob;
class ImageJob;
class ImageTextJob;
class RerankJob;
class SpeechJob;
class SummaryJob;
class TextClassificationJob;
class TranscriptionJob;
class TranslationJob;

/// Whether the same request always gets the same answer.
enum class Repeats { Never, Always };

/// What every task has: the type of its reply, whether its answers repeat, and the job that asks.
template <typename Request, typename ReplyType, typename AskingJob, Repeats answers>
struct TaskOf
{
    using Reply = ReplyType;
    static bool isDeterministic(const Request&) { return answers == Repeats::Always; }
    static ModelJob<Reply>* ask(HttpClient& client, const ApiContext& api, const Model& model,
                                const Request& request, QObject* context);
};

/// What the door has to know of a task whose request is `Request`, with the service's name for the task.
template <typename Request>
struct Task;

template <>
struct Task<EmbeddingRequest> : TaskOf<EmbeddingRequest, EmbeddingReply, EmbeddingJob, Repeats::Always>
{
    static QString name() { return QStringLiteral("Text Embeddings"); }
};
template <>
struct Task<RerankRequest> : TaskOf<RerankRequest, RerankReply, RerankJob, Repeats::Always>
{
    static QString name() { return QStringLiteral("Text Classification"); }
};
template <>
struct Task<TextClassificationRequest>
    : TaskOf<TextClassificationRequest, ClassificationReply, TextClassificationJob, Repeats::Always>
{
    static QString name() { return QStringLiteral("Text Classification"); }
};
template <>
struct Task<ImageClassificationRequest>
    : TaskOf<ImageClassificationRequest, ClassificationReply, ImageClassificationJob, Repeats::Always>
{
    static QString name() { return QStringLiteral("Image Classification"); }
};
template <>
struct Task<ImageRequest> : TaskOf<ImageRequest, ImageReply, ImageJob, Repeats::Never>
{
    static QString name() { return QStringLiteral("Text-to-Image"); }
    static bool isDeterministic(const ImageRequest& request) { return request.seed.has_value(); }
};
template <>
struct Task<ImageTextRequest> : TaskOf<ImageTextRequest, ImageTextReply, ImageTextJob, Repeats::Never>
{
    static QString name() { return QStringLiteral("Image-to-Text"); }
};
template <>
struct Task<TranscriptionRequest>
    : TaskOf<TranscriptionRequest, TranscriptionReply, TranscriptionJob, Repeats::Never>
{
    static QString name() { return QStringLiteral("Automatic Speech Recognition"); }
};
template <>
struct Task<SpeechRequest> : TaskOf<SpeechRequest, SpeechReply, SpeechJob, Repeats::Never>
{
    static QString name() { return QStringLiteral("Text-to-Speech"); }
};
template <>
struct Task<TranslationRequest>
    : TaskOf<TranslationRequest, TranslationReply, TranslationJob, Repeats::Always>
{
    static QString name() { return QStringLiteral("Translation"); }
};
template <>
struct Task<SummaryRequest> : TaskOf<SummaryRequest, SummaryReply, SummaryJob, Repeats::Never>
{
    static QString name() { return QStringLiteral("Summarization"); }
};
template <>
struct Task<ConversionRequest> : TaskOf<ConversionRequest, ConversionReply, ConversionJob, Repeats::Never>
{
    static QString name() { return QStringLiteral("Markdown Conversion"); }
};

} // namespace orangery
