// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/card.h"

class QHBoxLayout;
class QRadioButton;
class QVBoxLayout;

namespace orangery {

/// A card with a radio button: the whole card chooses it. What belongs to the choice stands inside.
class ChoiceCard : public Card
{
    Q_OBJECT

public:
    ChoiceCard(Look look, const QString& title, const QString& sentence, QWidget* parent = nullptr);

    QRadioButton* radio() const { return m_radio; }
    /// Below the sentence, in line with the title.
    QVBoxLayout* body() const { return m_body; }
    /// Behind the title.
    void addBadge(QWidget* badge);

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    QRadioButton* m_radio;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
};

} // namespace orangery
