// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace orangery {

class IconLabel;

/// What a page shows while it has nothing yet: icon, title, one sentence, one or two actions.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    EmptyState(Look look, const QString& icon, const QString& title, const QString& sentence,
               QWidget* parent = nullptr);

    void setWords(const QString& icon, const QString& title, const QString& sentence);
    /// A button below the sentence, owned by this; connect its clicked(). At most one is primary.
    QPushButton* addAction(const QString& text, bool primary, const QString& icon = {});
    using QWidget::addAction;

private:
    Look m_look;
    IconLabel* m_icon;
    QLabel* m_titleLabel;
    QLabel* m_sentenceLabel;
    QHBoxLayout* m_actions;
};

} // namespace orangery
