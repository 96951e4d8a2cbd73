// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/accent.h"

#include <QList>
#include <QString>

namespace orangery {

struct BannerAction
{
    QString text;
    QString icon; ///< may be empty

    bool operator==(const BannerAction&) const = default;
};

/// What a banner says. `id` names the cause, so that it can be updated (a countdown) and taken away.
struct BannerMessage
{
    QString id;
    Accent accent = Accent::Info;
    QString icon;
    QString title;
    QString text;                ///< plain
    QString emphasis;            ///< a part of `text` that stands out, such as the countdown
    QList<BannerAction> actions; ///< at most two
    QString details;             ///< the raw answer, already redacted; empty: no Details button

    bool operator==(const BannerMessage&) const = default;
};

} // namespace orangery
