// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QStyledItemDelegate>

namespace orangery {

/// Rows 36 of the list of pages: icon and title; the current one in leaf.
class PageRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { IconNameRole = Qt::UserRole + 1 };

    explicit PageRowDelegate(Look look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    Look m_look;
};

} // namespace orangery
