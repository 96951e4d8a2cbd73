// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatbar.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/numbers.h"
#include "gui/common/pill.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace orangery {

ChatBar::ChatBar(Look look, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_sidebarButton(new QToolButton(this)),
      m_title(new ElidedLabel({}, this)),
      m_neurons(new Pill(look, this)),
      m_modelButton(new QPushButton(this)),
      m_moreButton(new QToolButton(this)),
      m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("chatBar"));
    m_sidebarButton->setObjectName(QStringLiteral("sidebarButton"));
    m_sidebarButton->setIcon(look.icons.icon(QStringLiteral("sidebar")));
    m_sidebarButton->setAccessibleName(tr("Show chats"));
    m_sidebarButton->setToolTip(tr("Show chats (Ctrl+B)"));
    m_sidebarButton->setAutoRaise(true);
    m_sidebarButton->hide();
    m_title->setObjectName(QStringLiteral("chatTitle"));
    bindText(*m_title, look.theme, TextRole::Heading, Token::Text, QFont::DemiBold);
    m_neurons->setObjectName(QStringLiteral("chatNeurons"));
    m_modelButton->setObjectName(QStringLiteral("modelButton"));
    m_modelButton->setIcon(look.icons.icon(QStringLiteral("model")));
    m_modelButton->setToolTip(tr("Choose the model (Ctrl+Shift+M)"));
    property::set(*m_modelButton, property::compact);
    property::set(*m_modelButton, property::opens);
    m_moreButton->setObjectName(QStringLiteral("moreButton"));
    m_moreButton->setIcon(look.icons.icon(QStringLiteral("more")));
    m_moreButton->setAccessibleName(tr("More"));
    m_moreButton->setToolTip(tr("Rename, delete"));
    m_moreButton->setAutoRaise(true);
    m_moreButton->setPopupMode(QToolButton::InstantPopup);
    m_moreButton->setMenu(m_menu);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_sidebarButton);
    row->addWidget(m_title);
    row->addWidget(m_neurons);
    row->addStretch(1);
    row->addWidget(m_modelButton);
    row->addWidget(m_moreButton);
    const auto fit = [this] { setFixedHeight(qMax(48, m_look.theme.controlHeight() + 16)); };
    connect(&look.theme, &Theme::changed, this, fit);
    fit();
    connect(m_sidebarButton, &QToolButton::clicked, this, &ChatBar::sidebarRequested);
    connect(m_modelButton, &QPushButton::clicked, this, &ChatBar::modelPickerRequested);
    setNeurons({});
    setTitle({});
}

void ChatBar::setTitle(const QString& title)
{
    m_title->setText(title.isEmpty() ? tr("New chat") : title);
}

void ChatBar::setNeurons(Neurons neurons)
{
    m_neurons->setVisible(!neurons.isZero());
    m_neurons->setContent(Accent::Neutral, Numbers::booked(neurons));
    m_neurons->setToolTip(tr("What this chat has cost, in neurons"));
    m_neurons->setAccessibleName(
        tr("This chat has cost %1 neurons").arg(Numbers::figureWithDecimal(neurons)));
}

void ChatBar::setModel(const QString& id)
{
    const QString name = id.isEmpty() ? tr("Choose a model") : id.section(QLatin1Char('/'), -1);
    m_modelButton->setText(name);
    m_modelButton->setAccessibleName(tr("Model: %1").arg(name));
    m_modelButton->setAccessibleDescription(id);
}

void ChatBar::setSidebarButtonVisible(bool isVisible)
{
    m_sidebarButton->setVisible(isVisible);
}

void ChatBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme.color(Token::Base));
    paint::edgeLine(painter, rect(), Qt::BottomEdge, m_look.theme.color(Token::Line));
}

} // namespace orangery
