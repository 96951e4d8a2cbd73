// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

namespace orangery {

/// The models known at a moment. A value: a newer catalog replaces it whole.
struct Catalog
{
    QList<Model> models;
    QDateTime date;      ///< UTC; when the service (or the bundled file) said so
    bool isLive = false; ///< false: the bundled file

    /// The entry of `id`; nullptr for an id that is only typed. Points into this catalog.
    const Model* find(const QString& id) const;
    /// The chat models that are offered today: listed, not past their end.
    QList<Model> chatModels() const;
    /// Calls deprecated what has ended before `today` (UTC): a copy on disk, or a program that runs for days,
    /// may be older than an end.
    void markEnded(QDate today);
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::Catalog)
