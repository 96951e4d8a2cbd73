// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/translationcodec.h"

#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/languagecodes.h"
#include "workersai/mediarequest.h"
#include "workersai/modelinput.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace orangery::translationcodec {

namespace {

using namespace Qt::StringLiterals;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::TranslationCodec)
};

std::optional<Error> checkTexts(const QStringList& texts, bool isList)
{
    const bool hasEmpty = std::ranges::any_of(texts, [](const QString& t) { return t.trimmed().isEmpty(); });
    if (texts.isEmpty() || hasEmpty)
        return unusableInput(Texts::tr("There is no text to translate."));
    if (texts.size() > 1 && !isList)
        return unusableInput(Texts::tr("This model translates one text at a time."));
    return std::nullopt;
}

/// For models that translate from English only.
Result<QByteArray> encodeFromEnglish(const TranslationRequest& request, const ParameterSet& parameters)
{
    const Parameter* parameter = parameters.find(u"target_language");
    const QStringList known = parameter ? parameter->choices : QStringList();
    const QString target =
        known.contains(request.target) ? request.target : languagecodes::flores(request.target);
    if (languagecodes::iso639(request.source) != u"en")
        return unusableInput(Texts::tr("This model translates from English only."));
    if (target.isEmpty() || target == u"eng_Latn" || (!known.isEmpty() && !known.contains(target)))
        return unusableInput(Texts::tr("This model does not translate into “%1”.").arg(request.target));
    ModelInput input(parameters);
    input.set(u"text"_s, request.texts);
    input.set(u"target_language"_s, target);
    return input.json().body;
}

} // namespace

bool takesLists(const Model& model)
{
    return model.parameters.has(u"target_language");
}

Result<QByteArray> encode(const TranslationRequest& request, const Model& model)
{
    const bool isList = takesLists(model);
    if (const auto error = checkTexts(request.texts, isList))
        return *error;
    if (isList)
        return encodeFromEnglish(request, model.parameters);
    const QString source = languagecodes::iso639(request.source);
    const QString target = languagecodes::iso639(request.target);
    if (source.isEmpty() || target.isEmpty())
        return unusableInput(Texts::tr("Choose the language of the text and the one to translate it into."));
    ModelInput input(model.parameters);
    input.set(u"text"_s, request.texts.first());
    input.set(u"source_lang"_s, source);
    input.set(u"target_lang"_s, target);
    return input.json().body;
}

Result<TranslationReply> decode(const QByteArray& body, qsizetype texts)
{
    TranslationReply reply;
    const QJsonValue result = answervalue::result(body, reply);
    QJsonArray translations = result[u"translations"].toArray();
    if (const QJsonValue single = result[u"translated_text"]; single.isString())
        translations = {single};
    for (const QJsonValue& translation : translations) {
        if (!translation.isString())
            return invalidAnswer({.head = {}, .body = body});
        reply.texts.append(translation.toString());
    }
    if (reply.texts.isEmpty() || reply.texts.size() != texts)
        return invalidAnswer({.head = {}, .body = body});
    return reply;
}

} // namespace orangery::translationcodec
