// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/searchfield.h"

#include "gui/style/icons.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace orangery {

SearchField::SearchField(Look look, const QString& placeholder, QWidget* parent) : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(look.icons.icon(u"search"_s), QLineEdit::LeadingPosition);
    m_clearAction = addAction(look.icons.icon(u"close"_s), QLineEdit::TrailingPosition);
    m_clearAction->setObjectName(u"clearAction"_s);
    m_clearAction->setText(tr("Clear"));
    m_clearAction->setVisible(false);
    connect(m_clearAction, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, m_clearAction,
            [this](const QString& text) { m_clearAction->setVisible(!text.isEmpty()); });
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace orangery
