// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QStyledItemDelegate>

namespace orangery {

/// Rows 52 of an AccountListModel: initial, name, second line, and “in use” at the end.
class AccountRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit AccountRowDelegate(Look look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Look m_look;
};

} // namespace orangery
