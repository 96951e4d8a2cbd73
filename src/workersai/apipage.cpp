// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/apipage.h"

#include "workersai/apierror.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace orangery {

bool ApiPage::mayHaveMore(int askedPerPage, qsizetype gathered) const
{
    if (items.isEmpty())
        return false;
    const int size = perPage > 0 && perPage < askedPerPage ? perPage : askedPerPage;
    return items.size() >= size || gathered < totalCount;
}

Result<ApiPage> readPage(const HttpReply& reply, const SecretString& secret)
{
    const QJsonObject root = QJsonDocument::fromJson(reply.body).object();
    if (!root.value(u"result").isArray())
        return invalidAnswer(reply, secret);
    const QJsonObject info = root.value(u"result_info").toObject();
    ApiPage page;
    page.items = root.value(u"result").toArray();
    page.perPage = info.value(u"per_page").toInt();
    page.totalCount = info.value(u"total_count").toInt();
    return page;
}

} // namespace orangery
