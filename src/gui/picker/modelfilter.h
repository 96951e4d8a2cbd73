// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/picker/pickerrow.h"

#include <QFlags>
#include <QSortFilterProxyModel>

namespace orangery {

/// What the search field and the pills of the picker let through. The typed id always passes.
class ModelFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum Wish { Tools = 1, Vision = 2, Reasoning = 4, Lora = 8, OnMyPlan = 16, Free = 32 };
    Q_DECLARE_FLAGS(Wishes, Wish)

    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Every word must occur in the id, the maker's name or the description.
    void setText(const QString& text);
    void setWishes(Wishes wishes);
    Wishes wishes() const { return m_wishes; }

    PickerRow rowAt(const QModelIndex& proxyIndex) const;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
    bool fulfils(const PickerRow& row) const;

    QStringList m_words;
    Wishes m_wishes;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(ModelFilter::Wishes)

} // namespace orangery
