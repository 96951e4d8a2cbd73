// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/picker/pickerrow.h"
#include "gui/style/look.h"
#include "gui/style/tokens.h"

#include <QFont>
#include <QFrame>

class QFormLayout;
class QLabel;

namespace orangery {

class Pill;

/// The pane beside the list: what the current model is, can and costs. Width 224.
class ModelDetail : public QFrame
{
    Q_OBJECT

public:
    explicit ModelDetail(Look look, QWidget* parent = nullptr);

    /// Nothing: the list is empty.
    void showRow(const std::optional<PickerRow>& row, const PickerFacts& facts);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* addText(TextRole role, Token color, std::optional<QFont::Weight> weight = {});
    QLabel* addFigure(const QString& name);
    void setFigure(QLabel* value, const QString& text);
    void showPills(const PickerRow& row);

    Look m_look;
    QLabel* m_name;
    QLabel* m_description;
    QWidget* m_pills;
    QList<Pill*> m_abilities; ///< in the order of showPills()
    QFormLayout* m_figures;
    QLabel* m_context;
    QLabel* m_output;
    QLabel* m_inputPrice;
    QLabel* m_outputPrice;
    QLabel* m_usual;
    QLabel* m_left;
    QLabel* m_plan;
    QLabel* m_note;
    QLabel* m_id;
};

} // namespace orangery
