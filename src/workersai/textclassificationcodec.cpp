// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/textclassificationcodec.h"

#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/mediarequest.h"
#include "workersai/modelinput.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace orangery::textclassificationcodec {

namespace {

using namespace Qt::StringLiterals;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::TextClassificationCodec)
};

} // namespace

Result<QByteArray> encode(const TextClassificationRequest& request, const Model& model)
{
    if (request.text.trimmed().isEmpty())
        return unusableInput(Texts::tr("There is no text to classify."));
    ModelInput input(model.parameters);
    input.set(u"text"_s, request.text);
    return input.json().body;
}

Result<ClassificationReply> decode(const QByteArray& body)
{
    ClassificationReply reply;
    const QJsonValue result = answervalue::result(body, reply);
    const QJsonArray rows = result.isArray() ? result.toArray() : result[u"response"].toArray();
    for (const QJsonValue& row : rows) {
        const QString label = row[u"label"].toString();
        const auto score = answervalue::number(row[u"score"]);
        if (label.isEmpty() || !score)
            return invalidAnswer({.head = {}, .body = body});
        reply.labels.append({label, *score, {}});
    }
    if (reply.labels.isEmpty())
        return invalidAnswer({.head = {}, .body = body});
    std::ranges::stable_sort(reply.labels, std::ranges::greater(), &ClassificationReply::Label::score);
    return reply;
}

} // namespace orangery::textclassificationcodec
