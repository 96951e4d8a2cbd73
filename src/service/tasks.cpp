// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tasks.h"

#include "workersai/conversionjob.h"
#include "workersai/embeddingjob.h"
#include "workersai/imageclassificationjob.h"
#include "workersai/imagejob.h"
#include "workersai/imagetextjob.h"
#include "workersai/rerankjob.h"
#include "workersai/speechjob.h"
#include "workersai/summaryjob.h"
#include "workersai/textclassificationjob.h"
#include "workersai/transcriptionjob.h"
#include "workersai/translationjob.h"

namespace orangery {

QString Task<EmbeddingRequest>::name()
{
    return QStringLiteral("Text Embeddings");
}

bool Task<EmbeddingRequest>::isDeterministic(const EmbeddingRequest&)
{
    return true;
}

ModelJob<EmbeddingReply>* Task<EmbeddingRequest>::ask(HttpClient& client, const ApiContext& api,
                                                      const Model& model, const EmbeddingRequest& request,
                                                      QObject* context)
{
    return new EmbeddingJob(client, api, model, request, context);
}

QString Task<RerankRequest>::name()
{
    return QStringLiteral("Text Classification");
}

bool Task<RerankRequest>::isDeterministic(const RerankRequest&)
{
    return true;
}

ModelJob<RerankReply>* Task<RerankRequest>::ask(HttpClient& client, const ApiContext& api, const Model& model,
                                                const RerankRequest& request, QObject* context)
{
    return new RerankJob(client, api, model, request, context);
}

QString Task<TextClassificationRequest>::name()
{
    return QStringLiteral("Text Classification");
}

bool Task<TextClassificationRequest>::isDeterministic(const TextClassificationRequest&)
{
    return true;
}

ModelJob<ClassificationReply>* Task<TextClassificationRequest>::ask(HttpClient& client, const ApiContext& api,
                                                                    const Model& model,
                                                                    const TextClassificationRequest& request,
                                                                    QObject* context)
{
    return new TextClassificationJob(client, api, model, request, context);
}

QString Task<ImageClassificationRequest>::name()
{
    return QStringLiteral("Image Classification");
}

bool Task<ImageClassificationRequest>::isDeterministic(const ImageClassificationRequest&)
{
    return true;
}

ModelJob<ClassificationReply>*
Task<ImageClassificationRequest>::ask(HttpClient& client, const ApiContext& api, const Model& model,
                                      const ImageClassificationRequest& request, QObject* context)
{
    return new ImageClassificationJob(client, api, model, request, context);
}

QString Task<ImageRequest>::name()
{
    return QStringLiteral("Text-to-Image");
}

bool Task<ImageRequest>::isDeterministic(const ImageRequest& request)
{
    return request.seed.has_value();
}

ModelJob<ImageReply>* Task<ImageRequest>::ask(HttpClient& client, const ApiContext& api, const Model& model,
                                              const ImageRequest& request, QObject* context)
{
    return new ImageJob(client, api, model, request, context);
}

QString Task<ImageTextRequest>::name()
{
    return QStringLiteral("Image-to-Text");
}

bool Task<ImageTextRequest>::isDeterministic(const ImageTextRequest&)
{
    return false;
}

ModelJob<ImageTextReply>* Task<ImageTextRequest>::ask(HttpClient& client, const ApiContext& api,
                                                      const Model& model, const ImageTextRequest& request,
                                                      QObject* context)
{
    return new ImageTextJob(client, api, model, request, context);
}

QString Task<TranscriptionRequest>::name()
{
    return QStringLiteral("Automatic Speech Recognition");
}

bool Task<TranscriptionRequest>::isDeterministic(const TranscriptionRequest&)
{
    return false;
}

ModelJob<TranscriptionReply>* Task<TranscriptionRequest>::ask(HttpClient& client, const ApiContext& api,
                                                              const Model& model,
                                                              const TranscriptionRequest& request,
                                                              QObject* context)
{
    return new TranscriptionJob(client, api, model, request, context);
}

QString Task<SpeechRequest>::name()
{
    return QStringLiteral("Text-to-Speech");
}

bool Task<SpeechRequest>::isDeterministic(const SpeechRequest&)
{
    return false;
}

ModelJob<SpeechReply>* Task<SpeechRequest>::ask(HttpClient& client, const ApiContext& api, const Model& model,
                                                const SpeechRequest& request, QObject* context)
{
    return new SpeechJob(client, api, model, request, context);
}

QString Task<TranslationRequest>::name()
{
    return QStringLiteral("Translation");
}

bool Task<TranslationRequest>::isDeterministic(const TranslationRequest&)
{
    return true;
}

ModelJob<TranslationReply>* Task<TranslationRequest>::ask(HttpClient& client, const ApiContext& api,
                                                          const Model& model,
                                                          const TranslationRequest& request, QObject* context)
{
    return new TranslationJob(client, api, model, request, context);
}

QString Task<SummaryRequest>::name()
{
    return QStringLiteral("Summarization");
}

bool Task<SummaryRequest>::isDeterministic(const SummaryRequest&)
{
    return false;
}

ModelJob<SummaryReply>* Task<SummaryRequest>::ask(HttpClient& client, const ApiContext& api,
                                                  const Model& model, const SummaryRequest& request,
                                                  QObject* context)
{
    return new SummaryJob(client, api, model, request, context);
}

QString Task<ConversionRequest>::name()
{
    return QStringLiteral("Markdown Conversion");
}

bool Task<ConversionRequest>::isDeterministic(const ConversionRequest&)
{
    return false;
}

ModelJob<ConversionReply>* Task<ConversionRequest>::ask(HttpClient& client, const ApiContext& api,
                                                        const Model&, const ConversionRequest& request,
                                                        QObject* context)
{
    return new ConversionJob(client, api, request, context);
}

} // namespace orangery
