// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "gui/style/look.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QToolButton;

namespace orangery {

class ElidedLabel;
class Pill;

/// The bar above a conversation: its name and cost, the model, and what can be done with it.
class ChatBar : public QWidget
{
    Q_OBJECT

public:
    explicit ChatBar(Look look, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setNeurons(Neurons neurons);
    void setModel(const QString& id);
    /// Shows the button that opens the sidebar.
    void setSidebarButtonVisible(bool isVisible);
    QPushButton& modelButton() { return *m_modelButton; }
    QMenu& menu() { return *m_menu; }

signals:
    void sidebarRequested();
    void modelPickerRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Look m_look;
    QToolButton* m_sidebarButton;
    ElidedLabel* m_title;
    Pill* m_neurons;
    QPushButton* m_modelButton;
    QToolButton* m_moreButton;
    QMenu* m_menu;
};

} // namespace orangery
