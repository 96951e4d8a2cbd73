// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/checklist.h"

#include "gui/onboarding/checkrow.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <memory>

namespace orangery {

namespace {

CheckRow::Mark markOf(CheckOutcome::State state)
{
    switch (state) {
    case CheckOutcome::State::Passed:
        return CheckRow::Mark::Passed;
    case CheckOutcome::State::Warning:
        return CheckRow::Mark::Warning;
    case CheckOutcome::State::Failed:
        return CheckRow::Mark::Failed;
    case CheckOutcome::State::Skipped:
        break;
    }
    return CheckRow::Mark::Skipped;
}

} // namespace

CheckList::CheckList(Look look, QWidget* parent)
    : QFrame(parent),
      m_look(look),
      m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Checks"));
    m_layout->setContentsMargins(0, 1, 0, 1);
    m_layout->setSpacing(0);
    hide();
}

void CheckList::clear()
{
    m_rows.clear();
    while (m_layout->count() > 0) {
        // Later: one of their buttons may be what led here.
        const std::unique_ptr<QLayoutItem> item(m_layout->takeAt(0));
        item->widget()->hide();
        item->widget()->deleteLater();
    }
    hide();
}

CheckRow* CheckList::addRow()
{
    auto* row = new CheckRow(m_look, this);
    m_layout->addWidget(row);
    show();
    return row;
}

CheckRow* CheckList::rowFor(Check check)
{
    CheckRow*& row = m_rows[check];
    if (!row)
        row = addRow();
    return row;
}

void CheckList::showStarted(Check check)
{
    rowFor(check)->setContent(CheckRow::Mark::Running, checktexts::running(check), {}, {});
}

void CheckList::showOutcome(const CheckOutcome& outcome)
{
    CheckRow* row = rowFor(outcome.check);
    row->setContent(markOf(outcome.state), checktexts::title(outcome), checktexts::meaning(outcome),
                    checktexts::figure(outcome));
    const bool isOptional = outcome.state == CheckOutcome::State::Warning;
    row->setCure(checktexts::cureText(outcome), isOptional ? tr("How to add") : QString());
    const Cure cure = checktexts::cureOf(outcome);
    if (cure == Cure::None || !m_offered.contains(cure))
        return;
    connect(row->addCureButton(checktexts::cureButton(cure)), &QPushButton::clicked, this,
            [this, cure] { emit cureRequested(cure); });
}

void CheckList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_look.theme;
    paint::box(painter, rect(), paint::cardRadius, theme.color(Token::Base), theme.color(Token::Line));
    for (int i = 1; i < m_layout->count(); ++i)
        paint::edgeLine(painter, m_layout->itemAt(i)->geometry(), Qt::TopEdge, theme.color(Token::Line));
}

} // namespace orangery
