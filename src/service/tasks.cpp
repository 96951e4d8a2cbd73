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

#include <type_traits>

namespace orangery {

template <typename Request, typename ReplyType, typename AskingJob, Repeats answers>
ModelJob<ReplyType>*
TaskOf<Request, ReplyType, AskingJob, answers>::ask(HttpClient& client, const ApiContext& api,
                                                    [[maybe_unused]] const Model& model,
                                                    const Request& request, QObject* context)
{
    // for a conversion the service chooses the model itself
    if constexpr (std::is_same_v<Request, ConversionRequest>)
        return new AskingJob(client, api, request, context);
    else
        return new AskingJob(client, api, model, request, context);
}

template struct TaskOf<EmbeddingRequest, EmbeddingReply, EmbeddingJob, Repeats::Always>;
template struct TaskOf<RerankRequest, RerankReply, RerankJob, Repeats::Always>;
template struct TaskOf<TextClassificationRequest, ClassificationReply, TextClassificationJob,
                       Repeats::Always>;
template struct TaskOf<ImageClassificationRequest, ClassificationReply, ImageClassificationJob,
                       Repeats::Always>;
template struct TaskOf<ImageRequest, ImageReply, ImageJob, Repeats::Never>;
template struct TaskOf<ImageTextRequest, ImageTextReply, ImageTextJob, Repeats::Never>;
template struct TaskOf<TranscriptionRequest, TranscriptionReply, TranscriptionJob, Repeats::Never>;
template struct TaskOf<SpeechRequest, SpeechReply, SpeechJob, Repeats::Never>;
template struct TaskOf<TranslationRequest, TranslationReply, TranslationJob, Repeats::Always>;
template struct TaskOf<SummaryRequest, SummaryReply, SummaryJob, Repeats::Never>;
template struct TaskOf<ConversionRequest, ConversionReply, ConversionJob, Repeats::Never>;

} // namespace orangery
