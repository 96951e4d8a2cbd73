// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/mediarequest.h"

#include "workersai/endpoints.h"

namespace orangery {

HttpRequest mediaRequest(const ApiContext& api, const Model& model, const WireBody& body,
                         const QByteArray& accept)
{
    HttpRequest request = endpoints::run(api, model.id, body.contentType, body.body, body.query);
    request.headers = {{"accept", accept}};
    request.firstByteTimeout = std::chrono::seconds(300);
    return request;
}

Error unusableInput(const QString& sentence)
{
    Error error = Error::of(ErrorKind::InvalidInput);
    error.message = sentence;
    return error;
}

} // namespace orangery
