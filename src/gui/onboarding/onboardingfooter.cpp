// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/onboardingfooter.h"

#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>

namespace orangery {

OnboardingFooter::OnboardingFooter(Look look, QWidget* parent) : QFrame(parent), m_look(look)
{
    const auto addButton = [this](QWidget* side, const QString& name, const char* property) {
        auto* button = new QPushButton(side);
        button->setObjectName(name);
        button->setAutoDefault(false);
        if (property)
            button->setProperty(property, true);
        return button;
    };
    auto* buttons = new QWidget(this);
    m_back = addButton(buttons, QStringLiteral("backButton"), property::quiet);
    m_again = addButton(buttons, QStringLiteral("againButton"), nullptr);
    m_again->setText(tr("Check again"));
    m_again->setIcon(look.icons.icon(QStringLiteral("retry")));
    m_next = addButton(buttons, QStringLiteral("nextButton"), property::primary);
    auto* line = new QHBoxLayout(buttons);
    // the quiet button's word, not its edge, stands on the margin
    line->setContentsMargins(isRightToLeft() ? QMargins(32, 16, 20, 16) : QMargins(20, 16, 32, 16));
    line->setSpacing(8);
    line->addWidget(m_back);
    line->addStretch();
    line->addWidget(m_again);
    line->addWidget(m_next);

    auto* asking = new QWidget(this);
    m_question = new QLabel(asking);
    m_question->setObjectName(QStringLiteral("leaveLabel"));
    m_question->setWordWrap(true);
    bindText(*m_question, look.theme, TextRole::Body);
    m_leave = addButton(asking, QStringLiteral("leaveButton"), property::danger);
    m_stay = addButton(asking, QStringLiteral("stayButton"), property::primary);
    m_stay->setText(tr("Carry on"));
    auto* question = new QHBoxLayout(asking);
    question->setContentsMargins(32, 8, 32, 8);
    question->setSpacing(8);
    question->addWidget(m_question, 1);
    question->addWidget(m_leave);
    question->addWidget(m_stay);

    m_layout = new QStackedLayout(this);
    m_layout->setContentsMargins({});
    m_layout->addWidget(buttons);
    m_layout->addWidget(asking);
    connect(m_leave, &QPushButton::clicked, this, &OnboardingFooter::leaveConfirmed);
    connect(m_stay, &QPushButton::clicked, this, &OnboardingFooter::stopAsking);
}

void OnboardingFooter::ask(const QString& question, const QString& verb)
{
    m_question->setText(question);
    m_leave->setText(verb);
    m_leave->setAccessibleDescription(question);
    m_layout->setCurrentIndex(1);
    m_stay->setDefault(true);
    m_stay->setFocus(Qt::OtherFocusReason);
}

bool OnboardingFooter::isAsking() const
{
    return m_layout->currentIndex() == 1;
}

void OnboardingFooter::stopAsking()
{
    m_layout->setCurrentIndex(0);
    m_next->setDefault(true);
    m_next->setFocus(Qt::OtherFocusReason);
}

void OnboardingFooter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint::edgeLine(painter, rect(), Qt::TopEdge, m_look.theme.color(Token::Line));
}

} // namespace orangery
