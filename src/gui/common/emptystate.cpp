// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/emptystate.h"

#include "gui/common/iconlabel.h"
#include "gui/style/icons.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int iconSide = 48;
constexpr int sentenceWidth = 440;

} // namespace

EmptyState::EmptyState(Look look, const QString& icon, const QString& title, const QString& sentence,
                       QWidget* parent)
    : QWidget(parent),
      m_look(look)
{
    setObjectName(u"emptyState"_s);
    m_icon = new IconLabel(look, icon, iconSide, Token::LineStrong, this);
    m_titleLabel = new QLabel(this);
    m_titleLabel->setObjectName(u"emptyTitleLabel"_s);
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_titleLabel->setAlignment(Qt::AlignCenter);
    m_titleLabel->setWordWrap(true);
    bindText(*m_titleLabel, look.theme, TextRole::Title);
    m_sentenceLabel = new QLabel(this);
    m_sentenceLabel->setObjectName(u"emptySentenceLabel"_s);
    m_sentenceLabel->setTextFormat(Qt::PlainText);
    m_sentenceLabel->setAlignment(Qt::AlignCenter);
    m_sentenceLabel->setWordWrap(true);
    m_sentenceLabel->setMaximumWidth(look.theme.scaled(sentenceWidth));
    bindText(*m_sentenceLabel, look.theme, TextRole::Reading, Token::Text2);
    connect(&look.theme, &Theme::changed, m_sentenceLabel,
            [this] { m_sentenceLabel->setMaximumWidth(m_look.theme.scaled(sentenceWidth)); });

    m_actions = new QHBoxLayout;
    m_actions->setSpacing(8);
    m_actions->addStretch();
    m_actions->addStretch();
    auto* column = new QVBoxLayout(this);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_titleLabel);
    auto* sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(m_sentenceLabel, 1000);
    sentenceRow->addStretch(1);
    column->addLayout(sentenceRow);
    column->addSpacing(8);
    column->addLayout(m_actions);
    column->addStretch();
    setWords(icon, title, sentence);
}

void EmptyState::setWords(const QString& icon, const QString& title, const QString& sentence)
{
    m_icon->setIcon(icon, Token::LineStrong);
    m_titleLabel->setText(title);
    m_sentenceLabel->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

QPushButton* EmptyState::addAction(const QString& text, bool primary, const QString& icon)
{
    auto* button = new QPushButton(text, this);
    button->setProperty(property::primary, primary);
    if (!icon.isEmpty())
        button->setIcon(m_look.icons.icon(icon));
    m_actions->insertWidget(m_actions->count() - 1, button);
    return button;
}

} // namespace orangery
