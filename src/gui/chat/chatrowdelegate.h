// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QPointer>
#include <QStyledItemDelegate>

namespace orangery {

/// Paints the rows of the sidebar: headings, and conversations on two lines.
class ChatRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    ChatRowDelegate(Look look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    /// Only once: what is being typed stays when the row gets a new figure.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

    bool isEditing() const { return m_editor; }

private:
    void paintHeading(QPainter& painter, const QRect& rect, const QString& text) const;

    Look m_look;
    mutable QPointer<QWidget> m_editor;
    mutable bool m_isFilled = false;
};

} // namespace orangery
