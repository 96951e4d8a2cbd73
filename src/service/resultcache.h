// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "net/httprequest.h"

#include <QMutex>
#include <QString>
#include <optional>

namespace orangery {

/// Answers to requests that always get the same one (a fixed seed, temperature 0, translations, embeddings),
/// one file each, so that a repeat costs nothing (U20). Over the cap, those that were not used for longest
/// go. What cannot be read or written is a miss, never an error. Thread-safe; all calls touch the disk.
class ResultCache
{
public:
    struct Answer
    {
        HttpReply reply; ///< its head holds the status and the media type only
        Neurons cost;    ///< what the service took for it
    };
    static constexpr qint64 usualCap = 256LL * 1024 * 1024; ///< bytes

    explicit ResultCache(const QString& folder, qint64 cap = usualCap);

    /// What names a request, whoever's account sends it.
    static QByteArray keyOf(const HttpRequest& request, const QString& accountId);

    std::optional<Answer> find(const QByteArray& key);
    void keep(const QByteArray& key, const Answer& answer);
    void forget(const QByteArray& key);
    void clear();
    /// Bytes on disk.
    qint64 size();

private:
    QString fileOf(const QByteArray& key) const;
    void trim();

    QString m_folder;
    qint64 m_cap;
    QMutex m_mutex;
    qint64 m_size = -1; ///< not counted yet
};

} // namespace orangery
