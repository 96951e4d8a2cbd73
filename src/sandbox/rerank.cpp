// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/rerank.h"

#include "sandbox/embeddinginput.h"
#include "sandbox/envelope.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/taskrules.h"
#include "sandbox/taskusage.h"
#include "sandbox/textvector.h"
#include "sandbox/tokens.h"

#include <algorithm>
#include <cmath>

namespace orangery::sandbox {

namespace {

struct Score
{
    qint64 id;
    double value;
};

/// Spread out as the model's own scores are: near 0 for what has nothing in common, near 1 for the answer.
double scoreOf(const QString& query, const QString& context)
{
    return 1 / (1 + std::exp(8 - 20 * similarity(query, context)));
}

Reply scores(const QString& query, const QStringList& contexts, qsizetype most, const Model& model)
{
    std::vector<Score> found;
    qint64 tokens = 0;
    for (const QString& context : contexts) {
        found.push_back({static_cast<qint64>(found.size()), scoreOf(query, context)});
        tokens += tokenCount(query) + tokenCount(context); // the model reads them as pairs
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Score& a, const Score& b) { return a.value > b.value; });
    found.resize(static_cast<std::size_t>(std::min(most, contexts.size())));
    ArrayWriter response;
    for (const Score& score : found)
        response.raw(ObjectWriter().number("id", score.id).decimal("score", score.value).bytes());
    const QByteArray result =
        ObjectWriter().raw("response", response.bytes()).raw("usage", taskUsage(tokens, 0)).bytes();
    return priced(success(result), model.neurons(tokens, 0), tokens);
}

} // namespace

Reply rerank(const ModelCall& call, const QJsonObject& body)
{
    if (auto reason = bodyFailure(body, *rulesOf(call.model)))
        return failure(*reason);
    auto contexts = contextsOf(body[QLatin1String("contexts")]);
    if (const auto* reason = std::get_if<Failure>(&contexts))
        return failure(*reason);
    return answerLater(call, [query = body[QLatin1String("query")].toString(),
                              texts = std::get<QStringList>(std::move(contexts)),
                              most = body[QLatin1String("top_k")].toInteger(1'000'000),
                              model = call.model] { return scores(query, texts, most, model); });
}

} // namespace orangery::sandbox
