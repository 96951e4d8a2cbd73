// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/rerankcodec.h"

#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/mediarequest.h"
#include "workersai/modelinput.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace orangery::rerankcodec {

namespace {

using namespace Qt::StringLiterals;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(orangery::RerankCodec)
};

} // namespace

Result<QByteArray> encode(const RerankRequest& request, const Model& model)
{
    if (request.query.trimmed().isEmpty())
        return unusableInput(Texts::tr("There is no question to compare the passages with."));
    if (request.contexts.isEmpty())
        return unusableInput(Texts::tr("There are no passages to compare."));
    QVariantList contexts;
    for (const QString& text : request.contexts)
        contexts.append(QVariantMap{{u"text"_s, text}});
    ModelInput input(model.parameters);
    input.set(u"query"_s, request.query);
    input.set(u"contexts"_s, contexts);
    if (request.topK)
        input.set(u"top_k"_s, std::clamp(*request.topK, 1, static_cast<int>(contexts.size())));
    return input.json().body;
}

Result<RerankReply> decode(const QByteArray& body, const RerankRequest& request)
{
    RerankReply reply;
    const QJsonValue result = answervalue::result(body, reply);
    const QJsonArray rows = result.isArray() ? result.toArray() : result[u"response"].toArray();
    QSet<int> seen;
    for (const QJsonValue& row : rows) {
        const auto id = answervalue::number(row[u"id"]);
        const auto score = answervalue::number(row[u"score"]);
        const bool isPlace =
            id && std::trunc(*id) == *id && *id >= 0 && *id < static_cast<double>(request.contexts.size());
        if (!isPlace || !score || seen.contains(static_cast<int>(*id)))
            return invalidAnswer({.head = {}, .body = body});
        seen.insert(static_cast<int>(*id));
        reply.scores.append({static_cast<int>(*id), *score});
    }
    if (reply.scores.isEmpty())
        return invalidAnswer({.head = {}, .body = body});
    std::ranges::stable_sort(reply.scores, std::ranges::greater(), &RerankReply::Score::score);
    if (request.topK)
        reply.scores = reply.scores.mid(0, qMax(1, *request.topK));
    return reply;
}

} // namespace orangery::rerankcodec
