// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/summarycodec.h"

#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/mediarequest.h"
#include "workersai/modelinput.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace orangery::summarycodec {

namespace {

using namespace Qt::StringLiterals;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::SummaryCodec)
};

} // namespace

Result<QByteArray> encode(const SummaryRequest& request, const Model& model)
{
    if (request.text.trimmed().isEmpty())
        return unusableInput(Texts::tr("There is no text to summarise."));
    ModelInput input(model.parameters);
    input.set(u"input_text"_s, request.text);
    if (request.maxLength)
        input.set(u"max_length"_s, model.parameters.nearest(u"max_length", qMax(1, *request.maxLength)));
    return input.json().body;
}

Result<SummaryReply> decode(const QByteArray& body)
{
    SummaryReply reply;
    const QJsonValue summary = answervalue::result(body, reply)[u"summary"];
    if (!summary.isString() || summary.toString().trimmed().isEmpty())
        return invalidAnswer({.head = {}, .body = body});
    reply.text = summary.toString();
    return reply;
}

} // namespace orangery::summarycodec
