// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/summary.h"

#include "sandbox/envelope.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/sentences.h"
#include "sandbox/taskrules.h"
#include "sandbox/taskusage.h"
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

// As many as a summary of a news article has.
constexpr int mostSentences = 3;

QString shortened(const QString& text, qint64 mostTokens)
{
    QString result;
    int count = 0;
    for (const QString& sentence : sentencesOf(text)) {
        const QString longer = result.isEmpty() ? sentence.trimmed() : result + u' ' + sentence.trimmed();
        if (++count > mostSentences || tokenCount(longer) > mostTokens)
            break;
        result = longer;
    }
    return result.isEmpty() ? firstTokens(text.trimmed(), mostTokens) : result;
}

} // namespace

Reply summary(const ModelCall& call)
{
    const auto body = checkedBody(call.request, rulesOf(call.model));
    if (const auto* reason = std::get_if<Failure>(&body))
        return failure(*reason);
    const auto& object = std::get<QJsonObject>(body);
    return answerLater(call, [text = object[QLatin1String("input_text")].toString(),
                              most = object[QLatin1String("max_length")].toInteger(1024),
                              model = call.model] {
        const QString brief = shortened(text, most);
        const qint64 input = tokenCount(text);
        const qint64 output = tokenCount(brief);
        const QByteArray result =
            ObjectWriter().string("summary", brief).raw("usage", taskUsage(input, output)).bytes();
        return priced(success(result), model.neurons(input, output), input, output);
    });
}

} // namespace orangery::sandbox
