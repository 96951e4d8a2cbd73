// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/translation.h"

#include "sandbox/embeddinginput.h"
#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/languages.h"
#include "sandbox/phrasebook.h"
#include "sandbox/taskrules.h"
#include "sandbox/taskusage.h"
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

Reply answered(ObjectWriter result, qint64 input, qint64 output, const Model& model)
{
    result.raw("usage", taskUsage(input, output));
    return priced(success(result.bytes()), model.neurons(input, output), input, output);
}

Reply translateOne(const ModelCall& call, const QJsonObject& body)
{
    const QString given = body[QLatin1String("source_lang")].toString(QStringLiteral("en"));
    const QString from = languageCode(given);
    const QString to = languageCode(body[QLatin1String("target_lang")].toString());
    if (from.isEmpty() || to.isEmpty())
        return failure(
            badInput(QStringLiteral("unknown language '%1'")
                         .arg(from.isEmpty() ? given : body[QLatin1String("target_lang")].toString())));
    return answerLater(call, [text = body[QLatin1String("text")].toString(), from, to, model = call.model] {
        const QString translated = Phrasebook::shared().translated(text, from, to);
        return answered(ObjectWriter().string("translated_text", translated), tokenCount(text),
                        tokenCount(translated), model);
    });
}

/// From English into the languages of India; Hindi is the only one that the phrasebook has.
QString indic(const QString& text, const QString& target)
{
    if (target == u"eng_Latn")
        return text;
    const QString hindi = target == u"hin_Deva" ? Phrasebook::shared().translated(text, QStringLiteral("en"),
                                                                                  QStringLiteral("hi"))
                                                : QString();
    return hindi.isEmpty() || hindi.startsWith(u'[') ? QStringLiteral("[eng_Latn→%1] ").arg(target) + text
                                                     : hindi;
}

Reply translateMany(const ModelCall& call, const QJsonObject& body)
{
    return answerLater(call, [texts = textsOf(body[QLatin1String("text")]),
                              target = body[QLatin1String("target_language")].toString(),
                              model = call.model] {
        ArrayWriter translations;
        qint64 input = 0;
        qint64 output = 0;
        for (const QString& text : texts) {
            const QString translated = indic(text, target);
            translations.raw(jsonString(translated));
            input += tokenCount(text);
            output += tokenCount(translated);
        }
        return answered(ObjectWriter().raw("translations", translations.bytes()), input, output, model);
    });
}

} // namespace

Reply translation(const ModelCall& call)
{
    const FieldRules* rules = rulesOf(call.model);
    const auto body = checkedBody(call.request, rules);
    if (const auto* reason = std::get_if<Failure>(&body))
        return failure(*reason);
    const auto& object = std::get<QJsonObject>(body);
    return rules->field(QStringLiteral("target_language")) ? translateMany(call, object)
                                                           : translateOne(call, object);
}

} // namespace orangery::sandbox
