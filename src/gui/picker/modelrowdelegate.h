// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/picker/pickerrow.h"
#include "gui/style/look.h"
#include "gui/style/tokens.h"

#include <QStyledItemDelegate>

namespace orangery {

/// Paints the cells of a ModelListModel: star, names, abilities as icons, figures, reasons.
class ModelRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ModelRowDelegate(Look look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static constexpr int padding = 12;

private:
    void paintStar(QPainter& painter, const QRect& cell, const PickerRow& row, bool isCurrent) const;
    void paintName(QPainter& painter, const QRect& cell, const PickerRow& row, const QString& text,
                   Qt::LayoutDirection direction) const;
    void paintAbilities(QPainter& painter, const QRect& cell, const PickerRow& row,
                        Qt::LayoutDirection direction) const;
    void paintMoreToday(QPainter& painter, const QRect& cell, const PickerRow& row, const QString& text,
                        Qt::LayoutDirection direction) const;
    QColor ink(Token token, const PickerRow& row) const;

    Look m_look;
};

} // namespace orangery
