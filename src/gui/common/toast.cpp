// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/toast.h"

#include "gui/common/elidedlabel.h"
#include "gui/common/iconlabel.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QTimer>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int toastWidth = 384;
constexpr int lifetime = 6000;
constexpr int edgeWidth = 4;

} // namespace

Toast::Toast(Look look, const ToastMessage& message, QWidget* parent)
    : QFrame(parent),
      m_look(look),
      m_message(message),
      m_timer(new QTimer(this))
{
    setObjectName(u"toast"_s);
    setAccessibleName(message.title);
    setAccessibleDescription(message.text);
    const QString icon = message.icon.isEmpty() ? u"info"_s : message.icon;
    const Token ink = tokensOf(message.accent).ink;
    auto* titleLabel = new ElidedLabel(message.title, this);
    bindText(*titleLabel, look.theme, TextRole::Body, Token::Text, QFont::Medium);
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addStretch();
    words->addWidget(titleLabel);
    if (!message.text.isEmpty()) {
        auto* textLabel = new QLabel(message.text, this);
        textLabel->setTextFormat(Qt::PlainText);
        textLabel->setWordWrap(true);
        // like the title, on the side of the window's language
        textLabel->setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
        bindText(*textLabel, look.theme, TextRole::Meta, Token::Text2);
        words->addWidget(textLabel);
    }
    words->addStretch();

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12 + edgeWidth, 8, 8, 8);
    row->setSpacing(12);
    row->addWidget(new IconLabel(look, icon, 20, ink, this));
    row->addLayout(words, 1);
    if (!message.action.isEmpty()) {
        auto* actionButton = new QPushButton(message.action, this);
        actionButton->setObjectName(u"toastActionButton"_s);
        actionButton->setProperty(property::compact, true);
        actionButton->setAccessibleDescription(message.title);
        actionButton->installEventFilter(this);
        connect(actionButton, &QPushButton::clicked, this, [this] {
            if (m_isClosed)
                return;
            emit actionTriggered();
            dismiss();
        });
        row->addWidget(actionButton);
        m_firstButton = actionButton;
    }
    auto* closeButton = new QToolButton(this);
    closeButton->setObjectName(u"toastCloseButton"_s);
    closeButton->setAutoRaise(true);
    closeButton->setIcon(look.icons.icon(u"close"_s));
    closeButton->setToolTip(tr("Close"));
    closeButton->setAccessibleName(tr("Close"));
    closeButton->installEventFilter(this);
    connect(closeButton, &QToolButton::clicked, this, &Toast::dismiss);
    row->addWidget(closeButton);
    if (!m_firstButton)
        m_firstButton = closeButton;

    m_timer->setSingleShot(true);
    m_timer->setInterval(lifetime);
    connect(m_timer, &QTimer::timeout, this, &Toast::dismiss);
    updateTimer();
}

QSize Toast::sizeHint() const
{
    const int width = m_look.theme.scaled(toastWidth);
    return {width, qMax(m_look.theme.scaled(56), layout()->totalHeightForWidth(width))};
}

void Toast::dismiss()
{
    if (m_isClosed)
        return;
    m_isClosed = true;
    m_timer->stop();
    emit closed();
}

void Toast::updateTimer()
{
    const QWidget* focused = focusWidget();
    const bool isHeld = underMouse() || (focused && focused->hasFocus());
    if (isSticky() || isHeld || m_isClosed)
        m_timer->stop();
    else
        m_timer->start();
}

void Toast::enterEvent(QEnterEvent* event)
{
    QFrame::enterEvent(event);
    m_timer->stop();
}

void Toast::leaveEvent(QEvent* event)
{
    QFrame::leaveEvent(event);
    updateTimer();
}

void Toast::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QTimer::singleShot(0, this, &Toast::updateTimer);
    return QFrame::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_look.theme;
    paint::box(painter, rect(), paint::cardRadius, theme.color(Token::Raised),
               theme.color(Token::LineStrong));
    QPainterPath shape;
    shape.addRoundedRect(rect(), paint::cardRadius, paint::cardRadius);
    QRectF edge(0, 0, edgeWidth, height());
    if (isRightToLeft())
        edge.moveRight(width());
    QPainterPath strip;
    strip.addRect(edge);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape.intersected(strip), theme.color(tokensOf(m_message.accent).edge));
}

} // namespace orangery
