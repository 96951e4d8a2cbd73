// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/finetunecodec.h"

#include "workersai/apipage.h"

#include <QJsonObject>
#include <QTimeZone>

namespace orangery::finetunecodec {

namespace {

QDateTime utcTime(const QString& text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid())
        time = QDateTime::fromString(text, QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    if (time.timeSpec() == Qt::LocalTime) // the service names no zone and means UTC
        return QDateTime(time.date(), time.time(), QTimeZone::utc());
    return time.toUTC();
}

Finetune finetuneIn(const QJsonObject& entry)
{
    Finetune finetune;
    finetune.id = entry.value(u"id").toString();
    finetune.name = entry.value(u"name").toString();
    finetune.model = entry.value(u"model").toString();
    finetune.description = entry.value(u"description").toString();
    const QJsonValue isPublic = entry.value(u"public"); // 0 and 1, too
    finetune.isPublic = isPublic.isDouble() ? isPublic.toInt() != 0 : isPublic.toBool();
    finetune.createdAt = utcTime(entry.value(u"created_at").toString());
    return finetune;
}

} // namespace

Result<Page> decode(const HttpReply& reply, const SecretString& secret)
{
    const Result<ApiPage> list = readPage(reply, secret);
    if (!list)
        return list.error();
    Page page;
    page.entries = list->items.size();
    for (const QJsonValue& entry : list->items) {
        const Finetune finetune = finetuneIn(entry.toObject());
        if (!finetune.id.isEmpty() || !finetune.name.isEmpty())
            page.finetunes.append(finetune);
    }
    return page;
}

} // namespace orangery::finetunecodec
