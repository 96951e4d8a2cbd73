// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/schemareader.h"

#include "workersai/publishedlimits.h"
#include "workersai/schemaparameter.h"
#include "workersai/schemavariants.h"

#include <algorithm>

namespace orangery::schemareader {

namespace {

using namespace Qt::StringLiterals;
using Transport = ParameterSet::Transport;
using Type = Parameter::Type;

bool isBatch(const SchemaVariant& variant)
{
    return variant.properties.size() == 1 && variant.properties.contains(u"requests"_s);
}

bool needsMessages(const SchemaVariant& variant)
{
    return variant.required.contains(u"messages"_s);
}

/// Only those that a single native call can be.
QList<SchemaVariant> usable(QList<SchemaVariant> variants)
{
    if (!std::ranges::all_of(variants, isBatch))
        variants.removeIf(isBatch);
    const bool isChat = std::ranges::any_of(variants, needsMessages);
    // gpt-oss: one variant is the chat, the other (Responses) is named by `input` (API.md §3.1)
    variants.removeIf([isChat](const SchemaVariant& variant) {
        return isChat && !variant.isFile && !variant.properties.contains(u"messages"_s) &&
               variant.properties.contains(u"input"_s);
    });
    return variants;
}

QList<Parameter> parametersOf(const QList<SchemaVariant>& variants, SchemaVariants& schemas)
{
    QMap<QString, Parameter> parameters;
    QList<QSet<QString>> required;
    for (const SchemaVariant& variant : variants) {
        if (variant.isFile)
            continue;
        required.append(variant.required);
        for (auto property = variant.properties.cbegin(); property != variant.properties.cend(); ++property) {
            const auto read = schemaparameter::read(property.key(), schemas.ofValue(property.value()));
            if (!read)
                continue;
            const auto known = parameters.constFind(property.key());
            parameters.insert(property.key(), known == parameters.constEnd()
                                                  ? *read
                                                  : schemaparameter::merged(*known, *read));
        }
    }
    for (Parameter& parameter : parameters) {
        parameter.isRequired = std::ranges::all_of(
            required, [&](const QSet<QString>& names) { return names.contains(parameter.name); });
    }
    return parameters.values();
}

bool isMedia(const Parameter& parameter)
{
    return parameter.type == Type::Bytes || parameter.type == Type::Base64 || parameter.type == Type::File;
}

/// How the service's own schema has the input travel.
Transport transportOf(const QJsonObject& schema, const QList<SchemaVariant>& variants,
                      const ParameterSet& parameters)
{
    const QJsonObject binary = schema.value(u"rest_binary").toObject();
    if (!binary.isEmpty())
        return binary.contains(u"options") ? Transport::RawQuery : Transport::RawAudio;
    const bool hasMedia = std::ranges::any_of(parameters.parameters(), isMedia);
    if (std::ranges::any_of(variants, &SchemaVariant::isFile) && (hasMedia || parameters.isEmpty()))
        return Transport::RawAudio;
    if (const Parameter* audio = parameters.find(u"audio"); audio && audio->type == Type::File)
        return Transport::RawQuery;
    // said in words alone (@cf/deepgram/flux)
    const QString answer = schema.value(u"output").toObject().value(u"description").toString();
    return answer.contains(u"websocket"_s, Qt::CaseInsensitive) ? Transport::WebSocket : Transport::Json;
}

bool isOpaqueForm(const ParameterSet& parameters)
{
    const Parameter* form = parameters.find(u"multipart");
    return form && form->type == Type::File;
}

} // namespace

Result<ParameterSet> read(const QJsonObject& schema, const ParameterSet& known)
{
    const QJsonObject form = schema.value(u"rest_form").toObject();
    const QJsonObject input = form.isEmpty() ? schema.value(u"input").toObject() : form;
    SchemaVariants schemas(input);
    const QList<SchemaVariant> variants = usable(schemas.ofInput(input));
    const ParameterSet read(Transport::Json, parametersOf(variants, schemas));
    if (!form.isEmpty() && !read.isEmpty())
        return ParameterSet(Transport::Form, read.parameters());
    const Transport transport = transportOf(schema, variants, read);
    if (isOpaqueForm(read))
        return ParameterSet(Transport::Form, known.parameters());
    if (read.isEmpty() && transport == Transport::Json)
        return Error::of(ErrorKind::InvalidAnswer, u"a schema without a parameter"_s);
    const bool isTold = transport != Transport::Json || known.isEmpty();
    return publishedlimits::completed(
        ParameterSet(isTold ? transport : known.transport(), read.parameters()));
}

} // namespace orangery::schemareader
