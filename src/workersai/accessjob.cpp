// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortable.h"
#include "workersai/accountjob.h"
#include "workersai/apicall.h"
#include "workersai/apierror.h"
#include "workersai/apipage.h"
#include "workersai/endpoints.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace orangery {

namespace {

constexpr int authenticationError = 10000; // also said for a permission that is missing (API.md §16, §19)

Error withKind(Error error, ErrorKind kind)
{
    error.kind = kind;
    error.message = sentenceOf(kind);
    return error;
}

QByteArray analyticsQuery(const QString& accountId)
{
    // Written out, not with variables: the scalar types' names are not confirmed (API.md §18). An account id
    // that came so far is checked; a quote in it would still not leave the string.
    QString tag = accountId;
    tag.remove(u'"').remove(u'\\').remove(u'\n');
    const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
    const QString query = QStringLiteral("{ viewer { accounts(filter: {accountTag: \"%1\"}) { "
                                         "aiInferenceAdaptiveGroups(limit: 1, filter: {date_geq: \"%2\"}) { "
                                         "sum { totalNeurons } } } } }")
                              .arg(tag, today);
    return QJsonDocument(QJsonObject{{QStringLiteral("query"), query}}).toJson(QJsonDocument::Compact);
}

/// A 200 whose `errors` refuse, or that knows no such account, is the refusal here (API.md §18).
Result<void> analyticsAccess(const HttpReply& reply, const SecretString& token)
{
    const QJsonObject root = QJsonDocument::fromJson(reply.body).object();
    const bool hasErrors = !root.value(u"errors").toArray().isEmpty();
    const QJsonValue accounts = root.value(u"data").toObject().value(u"viewer").toObject().value(u"accounts");
    if (reply.head.status == 200 && accounts.isArray() && !accounts.toArray().isEmpty() && !hasErrors)
        return {};
    const std::optional<Error> error = errorIn(reply, token);
    const bool isRefusal = reply.head.status == 200 ? hasErrors || accounts.isArray()
                                                    : error && (error->kind == ErrorKind::TokenRefused ||
                                                                error->kind == ErrorKind::PermissionMissing);
    if (isRefusal) {
        Error refusal = withKind(error.value_or(invalidAnswer(reply, token)), ErrorKind::PermissionMissing);
        refusal.message = AnalyticsAccessJob::tr("The token cannot read the account's usage figures. Give it "
                                                 "“Account Analytics: Read”, or go on without them.");
        return refusal;
    }
    return error.value_or(invalidAnswer(reply, token));
}

} // namespace

AccessJob::AccessJob(HttpClient& client, ApiContext api, QObject* context)
    : ResultJob(context),
      m_api(std::move(api)),
      m_call(std::make_unique<ApiCall>(client, *this))
{}

AccessJob::~AccessJob() = default;

void AccessJob::start()
{
    m_call->send(endpoints::modelSearch(m_api, 1, 1), [this](const Result<HttpReply>& reply) {
        if (!reply) {
            const Error& error = reply.error();
            finishWith(error.code == authenticationError ? withKind(error, ErrorKind::PermissionMissing)
                                                         : error);
            return;
        }
        const Result<ApiPage> page = readPage(*reply, m_api.token);
        finishWith(page ? Result<void>() : Result<void>(page.error()));
    });
}

void AccessJob::abort()
{
    m_call->abort();
}

AnalyticsAccessJob::AnalyticsAccessJob(HttpClient& client, ApiContext api, QObject* context)
    : ResultJob(context),
      m_api(std::move(api)),
      m_call(std::make_unique<ApiCall>(client, *this))
{}

AnalyticsAccessJob::~AnalyticsAccessJob() = default;

void AnalyticsAccessJob::start()
{
    const HttpRequest request = endpoints::graphql(m_api, analyticsQuery(m_api.accountId));
    m_call->sendRaw(request, [this](const Result<HttpReply>& reply) {
        finishWith(reply ? analyticsAccess(*reply, m_api.token) : Result<void>(reply.error()));
    });
}

void AnalyticsAccessJob::abort()
{
    m_call->abort();
}

} // namespace orangery
