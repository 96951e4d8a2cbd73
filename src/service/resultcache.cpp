// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/resultcache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QMutexLocker>
#include <QSaveFile>

#include <algorithm>
#include <numeric>

namespace orangery {

namespace {

constexpr quint32 magic = 0x4f52434bU; // “ORCK”; another layout of the file takes another number
constexpr qint32 mostBody = 64 * 1024 * 1024;

QFileInfoList filesOf(const QString& folder, QDir::SortFlags order)
{
    return QDir(folder).entryInfoList({QStringLiteral("*.answer")}, QDir::Files, order);
}

} // namespace

ResultCache::ResultCache(const QString& folder, qint64 cap) : m_folder(folder), m_cap(cap) {}

QByteArray ResultCache::keyOf(const HttpRequest& request, const QString& accountId)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QString path = request.url.path(QUrl::FullyEncoded).remove(accountId);
    for (const QByteArray& part :
         {request.method, request.url.host().toUtf8(), path.toUtf8(),
          request.url.query(QUrl::FullyEncoded).toUtf8(), request.contentType, request.body}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result().toHex();
}

QString ResultCache::fileOf(const QByteArray& key) const
{
    return m_folder + QLatin1Char('/') + QString::fromLatin1(key) + QStringLiteral(".answer");
}

std::optional<ResultCache::Answer> ResultCache::find(const QByteArray& key)
{
    const QMutexLocker lock(&m_mutex);
    QFile file(fileOf(key));
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBody + 4096)
        return std::nullopt;
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 found = 0;
    qint32 status = 0;
    qint64 cost = 0;
    QByteArray mediaType, body, sum;
    stream >> found;
    if (found != magic)
        return std::nullopt;
    stream >> status >> cost >> mediaType >> sum >> body;
    if (stream.status() != QDataStream::Ok || sum != QCryptographicHash::hash(body, QCryptographicHash::Sha1))
        return std::nullopt;
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    Answer answer;
    answer.reply.head.status = status;
    answer.reply.head.headers = {{"content-type", mediaType}};
    answer.reply.body = body;
    answer.cost = Neurons::ofMillionths(cost);
    return answer;
}

void ResultCache::keep(const QByteArray& key, const Answer& answer)
{
    if (answer.reply.body.size() > std::min<qint64>(mostBody, m_cap / 4))
        return;
    const QMutexLocker lock(&m_mutex);
    QDir().mkpath(m_folder);
    QSaveFile file(fileOf(key));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << qint32(answer.reply.head.status) << qint64(answer.cost.millionths())
           << answer.reply.head.header("content-type")
           << QCryptographicHash::hash(answer.reply.body, QCryptographicHash::Sha1) << answer.reply.body;
    const qint64 before = QFileInfo(fileOf(key)).size();
    const qint64 written = file.size();
    if (!file.commit())
        return;
    if (m_size >= 0)
        m_size += written - before;
    trim();
}

void ResultCache::forget(const QByteArray& key)
{
    const QMutexLocker lock(&m_mutex);
    QFile::remove(fileOf(key));
    m_size = -1;
}

void ResultCache::clear()
{
    const QMutexLocker lock(&m_mutex);
    for (const QFileInfo& file : filesOf(m_folder, QDir::Unsorted))
        QFile::remove(file.filePath());
    m_size = 0;
}

qint64 ResultCache::size()
{
    const QMutexLocker lock(&m_mutex);
    if (m_size < 0) {
        m_size = 0;
        for (const QFileInfo& file : filesOf(m_folder, QDir::Unsorted))
            m_size += file.size();
    }
    return m_size;
}

// Down to nine tenths, so that it is not done for every answer of a full cache.
void ResultCache::trim()
{
    if (m_size >= 0 && m_size <= m_cap)
        return;
    const QFileInfoList files = filesOf(m_folder, QDir::Time);
    qint64 kept = 0;
    const qint64 total = std::accumulate(files.begin(), files.end(), qint64(0),
                                         [](qint64 sum, const QFileInfo& file) { return sum + file.size(); });
    m_size = total;
    if (total <= m_cap)
        return;
    for (const QFileInfo& file : files) {
        if (kept + file.size() <= m_cap / 10 * 9)
            kept += file.size();
        else
            QFile::remove(file.filePath());
    }
    m_size = kept;
}

} // namespace orangery
