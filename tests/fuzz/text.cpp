// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of tasks on text. Where it matters how much was asked, the second byte says it.
#include "fuzz/check.h"
#include "fuzz/input.h"
#include "workersai/batchcodec.h"
#include "workersai/embeddingcodec.h"
#include "workersai/rerankcodec.h"
#include "workersai/summarycodec.h"
#include "workersai/textclassificationcodec.h"
#include "workersai/translationcodec.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace orangery::fuzz {
namespace {

constexpr int mostAsked = 8;

void readEmbedding(const QByteArray& body, int texts)
{
    const Result<EmbeddingReply> reply = embeddingcodec::decode(body, texts);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    check(reply->vectors.size() == texts, "a vector for each text");
    for (const QList<float>& vector : reply->vectors) {
        check(!vector.isEmpty() && vector.size() == reply->vectors.first().size(),
              "vectors are of one dimension");
        check(std::ranges::all_of(vector, [](float number) { return std::isfinite(number); }),
              "vectors are of numbers");
    }
}

void readScores(const QByteArray& body, int contexts)
{
    RerankRequest request;
    for (int i = 0; i < contexts; ++i)
        request.contexts.append(QString::number(i));
    if (contexts % 2)
        request.topK = contexts / 2;
    const Result<RerankReply> reply = rerankcodec::decode(body, request);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    check(!reply->scores.isEmpty() && reply->scores.size() <= contexts, "no more scores than passages");
    check(!request.topK || reply->scores.size() <= std::max(1, *request.topK),
          "no more scores than asked for");
    QList<bool> seen(contexts, false);
    for (const RerankReply::Score& score : reply->scores) {
        check(score.index >= 0 && score.index < contexts, "a score is of a passage");
        check(!std::exchange(seen[score.index], true), "one score for a passage");
        checkFinite(score.score);
    }
    check(std::ranges::is_sorted(reply->scores, std::ranges::greater(), &RerankReply::Score::score),
          "best first");
}

void readLabels(const QByteArray& body)
{
    const Result<ClassificationReply> reply = textclassificationcodec::decode(body);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    check(!reply->labels.isEmpty(), "there is a label");
    for (const ClassificationReply::Label& label : reply->labels) {
        check(!label.label.isEmpty(), "a label has a name");
        checkFinite(label.score);
    }
    check(std::ranges::is_sorted(reply->labels, std::ranges::greater(), &ClassificationReply::Label::score),
          "best first");
}

void readTranslation(const QByteArray& body, int texts)
{
    const Result<TranslationReply> reply = translationcodec::decode(body, texts);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    check(reply->texts.size() == texts, "a translation for each text");
    check(reply->texts.join(QString()).size() <= body.size(), "a text is in its body");
}

void readSummary(const QByteArray& body)
{
    const Result<SummaryReply> reply = summarycodec::decode(body);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    check(!reply->text.trimmed().isEmpty() && reply->text.size() <= body.size(), "there is a text");
}

std::optional<BatchRequest> batchOf(int items)
{
    if (items == 0)
        return std::nullopt;
    BatchRequest request;
    for (int i = 1; i < items; ++i)
        request.items.append({QStringLiteral("r%1").arg(i), "{}"});
    return request;
}

void readBatch(const QByteArray& body, int items)
{
    const std::optional<BatchRequest> request = batchOf(items);
    const Result<batchcodec::Ticket> ticket = batchcodec::decode(body, request);
    if (!ticket)
        return checkInvalid(ticket.error());
    checkFacts(*ticket);
    const bool isDone = ticket->state == batchcodec::Ticket::State::Done;
    check(isDone || ticket->items.isEmpty(), "answers are there in the end only");
    if (isDone && request)
        check(ticket->items.size() == request->items.size(), "an answer for each item");
    check(std::ranges::is_sorted(ticket->items, {}, &BatchReply::Item::id), "in the order of the request");
    for (const BatchReply::Item& item : ticket->items) {
        check(item.id >= 0, "an item has its place");
        check(QJsonDocument::fromJson(item.body).isObject(), "a body is an object");
    }
}

} // namespace
} // namespace orangery::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace orangery::fuzz;
    Input input(data, size);
    const int what = input.choose(6);
    const int asked = input.choose(mostAsked);
    const QByteArray body = input.rest();
    switch (what) {
    case 0:
        readEmbedding(body, asked);
        break;
    case 1:
        readScores(body, asked);
        break;
    case 2:
        readLabels(body);
        break;
    case 3:
        readTranslation(body, asked);
        break;
    case 4:
        readSummary(body);
        break;
    default:
        readBatch(body, asked);
        break;
    }
    return 0;
}
