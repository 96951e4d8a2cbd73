// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/detailspopup.h"

#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int popupWidth = 520;
constexpr int popupHeight = 280;

} // namespace

DetailsPopup::DetailsPopup(Look look, const QString& title, const QString& details, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_look(look)
{
    setObjectName(u"detailsPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Details: %1").arg(title));

    auto* titleLabel = new QLabel(title, this);
    titleLabel->setTextFormat(Qt::PlainText);
    titleLabel->setWordWrap(true);
    bindText(*titleLabel, look.theme, TextRole::Body, Token::Text, QFont::DemiBold);
    auto* copyButton = new QPushButton(look.icons.icon(u"copy"_s), tr("Copy"), this);
    copyButton->setObjectName(u"copyDetailsButton"_s);
    copyButton->setProperty(property::compact, true);
    connect(copyButton, &QPushButton::clicked, this, &DetailsPopup::copy);
    m_detailsEdit = new QPlainTextEdit(details, this);
    m_detailsEdit->setObjectName(u"detailsEdit"_s);
    m_detailsEdit->setAccessibleName(tr("Raw answer"));
    m_detailsEdit->setReadOnly(true);
    m_detailsEdit->setLayoutDirection(Qt::LeftToRight);
    bindText(*m_detailsEdit, look.theme, TextRole::Code);

    auto* head = new QHBoxLayout;
    head->addWidget(titleLabel, 1);
    head->addWidget(copyButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 16);
    column->addLayout(head);
    column->addWidget(m_detailsEdit);
    resize(look.theme.scaled(popupWidth), look.theme.scaled(popupHeight));
    m_detailsEdit->setFocus();
}

void DetailsPopup::showBelow(const QWidget& anchor)
{
    const QRect button(anchor.mapToGlobal(QPoint()), anchor.size());
    const QRect screen = anchor.screen()->availableGeometry();
    QRect place(button.bottomRight() - QPoint(width() - 1, -4), size());
    if (isRightToLeft())
        place.moveLeft(button.left());
    place.moveLeft(qBound(screen.left(), place.left(), qMax(screen.left(), screen.right() + 1 - width())));
    if (place.bottom() > screen.bottom())
        place.moveBottom(button.top() - 4);
    move(place.topLeft());
    show();
}

void DetailsPopup::copy()
{
    QGuiApplication::clipboard()->setText(m_detailsEdit->toPlainText());
}

void DetailsPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paint::box(painter, rect(), 0, m_look.theme.color(Token::Raised), m_look.theme.color(Token::LineStrong));
}

} // namespace orangery
