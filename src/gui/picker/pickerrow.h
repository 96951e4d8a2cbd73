// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/catalog.h"
#include "core/neurons.h"
#include "core/tasks/chat.h"
#include "service/quota.h"

#include <QMetaType>
#include <QStringList>
#include <optional>

namespace orangery {

/// What the picker's figures are made from. A value; the owner hands over a new one when anything changed.
struct PickerFacts
{
    Catalog catalog;
    Quota quota;
    Plan plan = Plan::Free;
    TokenUsage usual;       ///< the usual message: median of the last 50
    QStringList favourites; ///< ids, in the user's order
};

/// One model as the picker shows it.
struct PickerRow
{
    /// Why the model cannot be used just now; the row stays visible, dimmed.
    enum class Obstacle { None, PaidPlan, NeedsMore };

    Model model;
    bool isFavourite = false;
    bool isTyped = false;            ///< only typed: nothing but its id is known
    std::optional<Neurons> usual;    ///< what the usual message costs; empty: price unknown
    std::optional<qint64> moreToday; ///< usual messages that today's rest pays for; empty: unknown or free
    Neurons left;                    ///< today's rest, for the reason
    Obstacle obstacle = Obstacle::None;

    bool isFree() const { return usual && usual->isZero(); }
    bool isDimmed() const { return obstacle != Obstacle::None; }
};

/// The chat models in the picker's order: favourites as the user ordered them, then by the price of the usual
/// message, unknown prices last.
QList<PickerRow> pickerRows(const PickerFacts& facts);

/// The row for an id that no catalog knows.
PickerRow typedRow(const QString& id);

/// Whether `text` can be a model id: parts joined by slashes, no white space.
bool looksLikeModelId(const QString& text);

} // namespace orangery

Q_DECLARE_METATYPE(orangery::PickerRow)
