// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/choicecard.h"

#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QRadioButton>

namespace orangery {

ChoiceCard::ChoiceCard(Look look, const QString& title, const QString& sentence, QWidget* parent)
    : Card(look, parent),
      m_radio(new QRadioButton(title, this)),
      m_head(new QHBoxLayout),
      m_body(new QVBoxLayout)
{
    m_radio->setAccessibleDescription(sentence);
    bindText(*m_radio, look.theme, TextRole::Reading, Token::Text, QFont::DemiBold);
    auto* text = new QLabel(sentence, this);
    text->setWordWrap(true);
    bindText(*text, look.theme, TextRole::Meta, Token::Text2);

    m_head->setSpacing(8);
    m_head->addWidget(m_radio);
    m_head->addStretch();
    m_body->setSpacing(4);
    m_body->addWidget(text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_head);
    auto* indented = new QHBoxLayout;
    indented->setSpacing(0);
    indented->addSpacing(24); // in line with the title
    indented->addLayout(m_body);
    layout->addLayout(indented);
    connect(m_radio, &QRadioButton::toggled, this, &Card::setChosen);
}

void ChoiceCard::addBadge(QWidget* badge)
{
    m_head->insertWidget(1, badge);
}

void ChoiceCard::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        m_radio->setChecked(true);
    Card::mousePressEvent(event);
}

} // namespace orangery
