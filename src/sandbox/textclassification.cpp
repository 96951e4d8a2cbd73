// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textclassification.h"

#include "sandbox/envelope.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/rerank.h"
#include "sandbox/taskrules.h"
#include "sandbox/tokens.h"

#include <QSet>
#include <cmath>

namespace orangery::sandbox {

namespace {

QSet<QString> setOf(const QString& words)
{
    const QStringList list = words.split(u' ');
    return {list.begin(), list.end()};
}

bool isIn(const QSet<QString>& words, const QString& word)
{
    return words.contains(word) || (word.endsWith(u's') && words.contains(word.chopped(1)));
}

/// Above 0: pleased. A denial turns the next three words round.
double feelingOf(const QString& text)
{
    static const QSet<QString> good = setOf(QStringLiteral(
        "good great excellent amazing wonderful love loved lovely like liked enjoy enjoyed happy best better "
        "beautiful fantastic perfect nice pleasant delicious brilliant superb fun funny helpful fast easy "
        "recommend thank thanks awesome charming fresh bright win won success glad delight delightful"));
    static const QSet<QString> bad = setOf(QStringLiteral(
        "bad terrible awful horrible hate hated worst worse poor ugly boring broken sad angry slow useless "
        "disappointing disappointed annoying waste wrong fail failed failure dirty cold rude painful "
        "disgusting dull lost problem error ugly noisy late never"));
    static const QSet<QString> denial = setOf(QStringLiteral("not no never without hardly isn't wasn't don't "
                                                             "didn't doesn't can't couldn't won't nothing"));
    double feeling = 0;
    int turned = 0;
    const QStringList words = text.toLower().split(u' ', Qt::SkipEmptyParts);
    for (QString word : words) {
        while (!word.isEmpty() && !word.back().isLetterOrNumber())
            word.chop(1);
        while (!word.isEmpty() && !word.front().isLetterOrNumber())
            word.remove(0, 1);
        const double value = isIn(good, word) ? 1 : isIn(bad, word) ? -1 : 0;
        feeling += turned > 0 ? -value : value;
        turned = denial.contains(word) ? 3 : turned - 1;
    }
    return feeling;
}

QByteArray label(const char* name, double score)
{
    return ObjectWriter().string("label", QString::fromLatin1(name)).decimal("score", score).bytes();
}

} // namespace

Reply textClassification(const ModelCall& call)
{
    const auto body = jsonBody(call.request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return failure(*reason);
    const auto& object = std::get<QJsonObject>(body);
    if (rulesOf(call.model)->field(QStringLiteral("contexts")))
        return rerank(call, object);
    if (auto reason = bodyFailure(object, *rulesOf(call.model)))
        return failure(*reason);
    const QString text = object[QLatin1String("text")].toString();
    return answerLater(call, [text, model = call.model] {
        const double pleased = 1 / (1 + std::exp(-2.5 * feelingOf(text) - 0.1));
        const QByteArray labels =
            ArrayWriter().raw(label("NEGATIVE", 1 - pleased)).raw(label("POSITIVE", pleased)).bytes();
        const qint64 tokens = tokenCount(text);
        return priced(success(labels), model.neurons(tokens, 0), tokens);
    });
}

} // namespace orangery::sandbox
