// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/builders.h"
#include "workersai/batchcodec.h"
#include "workersai/embeddingcodec.h"
#include "workersai/rerankcodec.h"
#include "workersai/textclassificationcodec.h"
#include "workersai/translationcodec.h"

namespace orangery::test {

namespace {

using namespace Qt::StringLiterals;

// What says in another way what the codecs say themselves.
const QStringList texts{u"text"_s, u"query"_s, u"queries"_s, u"documents"_s};

QStringList targetsOf(const Model& model)
{
    return translationcodec::takesLists(model) ? QStringList{u"hi"_s, u"mni_Mtei"_s, u"ur"_s}
                                               : QStringList{u"de"_s, u"zh-Hans"_s, u"pt-BR"_s};
}

} // namespace

QList<Request> embeddingRequests(const Model& model)
{
    QList<Request> requests;
    EmbeddingRequest request;
    request.texts = {u"a"_s};
    requests.append({"default", embeddingcodec::encode(request, model)});
    for (const auto kind :
         {EmbeddingRequest::Kind::Text, EmbeddingRequest::Kind::Query, EmbeddingRequest::Kind::Document}) {
        for (const End end : {End::Lowest, End::Highest}) {
            request.kind = kind;
            request.texts = QStringList(end == End::Lowest ? 1 : 32, QString(4'000, u'ä'));
            request.instruction = u"Find what answers."_s;
            request.extra = extremes(model.parameters, end, texts);
            requests.append({"kind " + std::to_string(int(kind)), embeddingcodec::encode(request, model)});
        }
    }
    return requests;
}

QList<Request> rerankRequests(const Model& model)
{
    RerankRequest request;
    request.query = u"q"_s;
    request.contexts = {u"a"_s};
    QList<Request> requests{{"default", rerankcodec::encode(request, model)}};
    request.contexts = QStringList(200, QString(2'000, u'ä'));
    request.topK = 100'000;
    requests.append({"many", rerankcodec::encode(request, model)});
    request.topK = 1;
    requests.append({"the best", rerankcodec::encode(request, model)});
    return requests;
}

QList<Request> textClassificationRequests(const Model& model)
{
    TextClassificationRequest request;
    request.text = u"x"_s;
    QList<Request> requests{{"default", textclassificationcodec::encode(request, model)}};
    request.text = QString(100'000, u'ß');
    requests.append({"long", textclassificationcodec::encode(request, model)});
    return requests;
}

QList<Request> translationRequests(const Model& model)
{
    QList<Request> requests;
    for (const QString& target : targetsOf(model)) {
        TranslationRequest request;
        request.texts = {u"Good morning"_s};
        request.source = u"en"_s;
        request.target = target;
        requests.append({target.toStdString(), translationcodec::encode(request, model)});
        request.texts = {QString(20'000, u'ß')};
        if (translationcodec::takesLists(model))
            request.texts += QStringList(50, u"more"_s);
        requests.append({"long " + target.toStdString(), translationcodec::encode(request, model)});
    }
    return requests;
}

Request batchOf(const Model& model, const QList<Request>& requests)
{
    BatchRequest batch;
    batch.model = model.id;
    for (const Request& request : requests) {
        if (request.body && request.body->contentType == "application/json")
            batch.items.append({u"item-%1"_s.arg(batch.items.size()), request.body->body});
    }
    return {"batch", batchcodec::encode(batch)};
}

} // namespace orangery::test
