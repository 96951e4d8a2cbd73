// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/taskcall.h"

namespace orangery {

/// What the door has to know of a task whose request is `Request`: the type of its reply, the service's name
/// for it, whether the same request always gets the same answer, and the job that asks.
template <typename Request>
struct Task;

#define ORANGERY_TASK(RequestType, ReplyType)                                                                \
    template <>                                                                                              \
    struct Task<RequestType>                                                                                 \
    {                                                                                                        \
        using Reply = ReplyType;                                                                             \
        static QString name();                                                                               \
        static bool isDeterministic(const RequestType& request);                                             \
        static ModelJob<ReplyType>* ask(HttpClient& client, const ApiContext& api, const Model& model,       \
                                        const RequestType& request, QObject* context);                       \
    };

ORANGERY_TASK(EmbeddingRequest, EmbeddingReply)
ORANGERY_TASK(RerankRequest, RerankReply)
ORANGERY_TASK(TextClassificationRequest, ClassificationReply)
ORANGERY_TASK(ImageClassificationRequest, ClassificationReply)
ORANGERY_TASK(ImageRequest, ImageReply)
ORANGERY_TASK(ImageTextRequest, ImageTextReply)
ORANGERY_TASK(TranscriptionRequest, TranscriptionReply)
ORANGERY_TASK(SpeechRequest, SpeechReply)
ORANGERY_TASK(TranslationRequest, TranslationReply)
ORANGERY_TASK(SummaryRequest, SummaryReply)
ORANGERY_TASK(ConversionRequest, ConversionReply)

#undef ORANGERY_TASK

} // namespace orangery
