// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/textrequest.h"

#include "workersai/endpoints.h"

namespace orangery {

Result<HttpRequest> textRequest(const ApiContext& api, const Model& model, const Result<QByteArray>& json,
                                const QString& requestedModel)
{
    const QString id = model.id.trimmed().isEmpty() ? requestedModel : model.id;
    if (id.trimmed().isEmpty())
        return Error::of(ErrorKind::NoSuchModel);
    if (!json)
        return json.error();
    HttpRequest request = endpoints::run(api, id, *json);
    request.headers = {{"accept", "application/json"}};
    request.firstByteTimeout = std::chrono::seconds(300); // a call may wait for room before it is answered
    return request;
}

qint64 bytesOf(const QStringList& texts)
{
    qint64 bytes = 0;
    for (const QString& text : texts)
        bytes += text.size() * 2;
    return bytes;
}

} // namespace orangery
