// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace orangery {

/// A LoRA adapter (API.md §3.8).
struct Finetune
{
    QString id;
    QString name;
    QString model; ///< the base model's id
    QString description;
    bool isPublic = false;
    QDateTime createdAt; ///< UTC; invalid where not told

    bool operator==(const Finetune&) const = default;
};

} // namespace orangery
