// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/tokenjob.h"

#include "workersai/apicall.h"
#include "workersai/apierror.h"
#include "workersai/endpoints.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace orangery {

namespace {

/// Whether the answer speaks about this token or address, and not about the way there.
bool isRefusal(const Error& error)
{
    switch (error.kind) {
    case ErrorKind::TokenRefused:
    case ErrorKind::PermissionMissing:
    case ErrorKind::WrongAddress:
    case ErrorKind::NotWorkersAi:
    case ErrorKind::BadRequest:
        return true;
    default:
        return false;
    }
}

std::optional<TokenStatus> statusOf(const QString& name)
{
    if (name == u"active")
        return TokenStatus::Active;
    if (name == u"disabled")
        return TokenStatus::Disabled;
    if (name == u"expired")
        return TokenStatus::Expired;
    return std::nullopt;
}

QDateTime moment(const QJsonValue& value)
{
    const QDateTime moment = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return moment.isValid() ? moment.toUTC() : QDateTime();
}

} // namespace

TokenJob::TokenJob(HttpClient& client, ApiContext api, QObject* context)
    : ResultJob(context),
      m_api(std::move(api)),
      m_call(std::make_unique<ApiCall>(client, *this))
{}

TokenJob::~TokenJob() = default;

void TokenJob::start()
{
    m_call->send(endpoints::verifyUserToken(m_api), [this](const Result<HttpReply>& reply) {
        if (reply)
            take(*reply, false);
        else if (isRefusal(reply.error()) && !m_api.accountId.isEmpty())
            askAccount(reply.error());
        else
            finishWith(reply.error());
    });
}

void TokenJob::abort()
{
    m_call->abort();
}

void TokenJob::askAccount(const Error& userError)
{
    m_call->send(endpoints::verifyAccountToken(m_api), [this, userError](const Result<HttpReply>& reply) {
        if (reply)
            take(*reply, true);
        else
            // Refused twice: the first answer is about the token alone, the second could also be about the
            // id.
            finishWith(isRefusal(reply.error()) ? userError : reply.error());
    });
}

void TokenJob::take(const HttpReply& reply, bool isAccountOwned)
{
    const QJsonObject result = QJsonDocument::fromJson(reply.body).object().value(u"result").toObject();
    const auto status = statusOf(result.value(u"status").toString());
    if (!status) {
        finishWith(invalidAnswer(reply, m_api.token));
        return;
    }
    finishWith(TokenFacts{.id = result.value(u"id").toString(),
                          .status = *status,
                          .expiresOn = moment(result.value(u"expires_on")),
                          .notBefore = moment(result.value(u"not_before")),
                          .isAccountOwned = isAccountOwned});
}

} // namespace orangery
