// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/composer.h"

#include "gui/chat/draftedit.h"
#include "gui/chat/editingchip.h"
#include "gui/chat/pastedchip.h"
#include "gui/common/costbadge.h"
#include "gui/style/icons.h"
#include "gui/style/properties.h"
#include "gui/style/textrole.h"
#include "gui/style/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <utility>

namespace orangery {

namespace {

constexpr int restMs = 120;
constexpr qreal radius = 10;

} // namespace

Composer::Composer(Look look, QWidget* parent)
    : QFrame(parent),
      m_look(look),
      m_editing(new EditingChip(look, this)),
      m_pasted(new PastedChip(look, this)),
      m_edit(new DraftEdit(this)),
      m_cost(new CostBadge(look, this)),
      m_sendButton(new QPushButton(this)),
      m_hint(new QLabel(this)),
      m_context(new QLabel(this))
{
    setObjectName(QStringLiteral("composer"));
    m_edit->setObjectName(QStringLiteral("promptEdit"));
    m_edit->setAccessibleName(tr("Message"));
    m_edit->setPlaceholderText(tr("Write a message"));
    m_edit->installEventFilter(this);
    m_cost->setObjectName(QStringLiteral("costBadge"));
    m_sendButton->setObjectName(QStringLiteral("sendButton"));
    m_hint->setObjectName(QStringLiteral("sendHint"));
    m_context->setObjectName(QStringLiteral("contextLabel"));
    bindText(*m_edit, look.theme, TextRole::Reading);
    bindText(*m_hint, look.theme, TextRole::Tiny, Token::Text3);
    bindText(*m_context, look.theme, TextRole::Tiny, Token::Text3);

    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(8, 0, 8, 8);
    tools->setSpacing(8);
    tools->addStretch(1);
    tools->addWidget(m_cost);
    tools->addWidget(m_sendButton);
    auto* field = new QVBoxLayout;
    field->setContentsMargins(8, 8, 8, 0);
    field->setSpacing(4);
    field->addWidget(m_editing);
    field->addWidget(m_pasted);
    field->addWidget(m_edit);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(4, 4, 4, 0);
    below->addWidget(m_hint);
    below->addStretch(1);
    below->addWidget(m_context);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(field);
    column->addLayout(tools);
    column->addLayout(below);

    m_rest.setSingleShot(true);
    m_rest.setInterval(restMs);
    connect(&m_rest, &QTimer::timeout, this, [this] { emit draftChanged(m_waiting.followedBy(shown())); });
    connect(m_edit, &QPlainTextEdit::textChanged, this, &Composer::changed);
    connect(m_pasted, &PastedChip::removed, this, &Composer::changed);
    connect(m_edit, &DraftEdit::longTextPasted, this, [this](const QString& pasted) {
        m_pasted->setText(m_pasted->text() + pasted);
        changed();
    });
    connect(m_edit, &DraftEdit::sendRequested, this, [this] {
        if (!m_isStreaming)
            press();
    });
    connect(m_edit, &DraftEdit::upPressed, this, [this] {
        if (isEmpty() && m_editing->isHidden())
            emit editLastRequested();
    });
    connect(m_editing, &Chip::removed, this, &Composer::leaveEditingRequested);
    connect(m_sendButton, &QPushButton::clicked, this, &Composer::press);
    connect(&look.theme, &Theme::changed, this, &Composer::updateButton);
    setFocusProxy(m_edit);
    updateButton();
    updateHint();
}

QString Composer::text() const
{
    return shown().text();
}

Draft Composer::shown() const
{
    return {.pasted = m_pasted->text(), .written = m_edit->toPlainText()};
}

bool Composer::isEmpty() const
{
    return m_pasted->text().isEmpty() && m_edit->toPlainText().trimmed().isEmpty();
}

void Composer::changed()
{
    updateButton();
    if (!m_rest.isActive())
        m_rest.start();
}

void Composer::setText(const QString& text)
{
    if (text == this->text())
        return;
    put({.pasted = {}, .written = text});
}

void Composer::put(const Draft& draft)
{
    const bool isLong = draft.pasted.isEmpty() && draft.written.size() > PastedChip::longText;
    m_pasted->setText(isLong ? draft.written : draft.pasted);
    m_edit->setPlainText(isLong ? QString() : draft.written);
    m_edit->moveCursor(QTextCursor::End);
    changed();
}

void Composer::offerDraft(const Draft& draft)
{
    if (draft.isEmpty() || draft == shown())
        return;
    if (isEmpty() && !m_edit->isComposing())
        return put(draft);
    m_waiting = draft;
    changed();
}

void Composer::removeSent(const QString& sent)
{
    if (!text().startsWith(sent))
        return;
    const QString rest = text().mid(sent.size()).trimmed();
    if (rest.isEmpty() && !m_waiting.isEmpty())
        return put(std::exchange(m_waiting, {}));
    setText(rest);
}

void Composer::leave()
{
    if (m_rest.isActive())
        emit draftChanged(m_waiting.followedBy(shown()));
    m_waiting = {};
    setText({});
    m_rest.stop();
}

void Composer::setStreaming(bool isStreaming)
{
    m_isStreaming = isStreaming;
    m_edit->setPlaceholderText(isStreaming ? tr("Write the next message while this reply comes in")
                                           : tr("Write a message"));
    m_edit->viewport()->update(); // Qt 6.4 does not paint the new words by itself
    updateButton();
}

void Composer::setEnterSending(bool isSending)
{
    m_isEnterSending = isSending;
    m_edit->setEnterSending(isSending);
    updateHint();
}

void Composer::setEditing(bool isEditing)
{
    m_editing->setVisible(isEditing);
}

void Composer::setObstacle(const QString& reason)
{
    m_obstacle = reason;
    updateButton();
}

void Composer::showCost(const std::optional<Neurons>& estimate, Neurons rest, bool isFree)
{
    if (isFree)
        m_cost->showFree();
    else if (estimate)
        m_cost->showEstimate(*estimate, rest);
    else
        m_cost->showUnknown();
}

void Composer::showContext(int tokens, int window)
{
    const QLocale locale;
    m_context->setText(
        window > 0 ? tr("Context %1 of %2 tokens").arg(locale.toString(tokens), locale.toString(window))
                   : tr("Context %1 tokens").arg(locale.toString(tokens)));
}

void Composer::setLow(bool isLow)
{
    m_edit->setFewestLines(isLow ? 1 : 2);
}

void Composer::focusField()
{
    m_edit->setFocus(Qt::OtherFocusReason);
}

void Composer::press()
{
    if (m_isStreaming)
        return emit stopRequested();
    if (m_obstacle.isEmpty() && !isEmpty())
        emit sendRequested(text());
}

void Composer::updateButton()
{
    const int side = m_look.theme.controlHeight();
    property::set(*m_sendButton, property::primary, !m_isStreaming);
    m_sendButton->setText(m_isStreaming ? tr("Stop") : QString());
    m_sendButton->setIcon(m_look.icons.icon(m_isStreaming ? QStringLiteral("stop") : QStringLiteral("send")));
    m_sendButton->setMinimumSize(side, side);
    m_sendButton->setMaximumWidth(m_isStreaming ? QWIDGETSIZE_MAX : side);
    m_sendButton->setAccessibleName(m_isStreaming ? tr("Stop the reply") : tr("Send message"));
    m_sendButton->setEnabled(m_isStreaming || (m_obstacle.isEmpty() && !isEmpty()));
    const QString reason = !m_obstacle.isEmpty() ? m_obstacle
                           : isEmpty()           ? tr("Write a message first")
                                                 : QString();
    m_sendButton->setToolTip(m_isStreaming ? tr("Stop (Esc)") : reason.isEmpty() ? tr("Send") : reason);
    m_sendButton->setAccessibleDescription(m_isStreaming ? QString() : reason);
}

void Composer::updateHint()
{
    m_hint->setText(m_isEnterSending ? tr("Enter sends · Shift+Enter new line")
                                     : tr("Ctrl+Enter sends · Enter new line"));
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    return QFrame::eventFilter(watched, event);
}

void Composer::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_isStreaming)
        return emit stopRequested();
    if (event->key() == Qt::Key_Escape && !m_editing->isHidden())
        return emit leaveEditingRequested();
    QFrame::keyPressEvent(event);
}

void Composer::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateHint();
}

void Composer::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasFocus = m_edit->hasFocus();
    const qreal width = hasFocus ? 2 : 1;
    const QRectF box(0, 0, this->width(), m_hint->geometry().top() - 4);
    painter.setPen(QPen(m_look.theme.color(hasFocus ? Token::Leaf : Token::LineStrong), width));
    painter.setBrush(m_look.theme.color(Token::Base));
    painter.drawRoundedRect(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
}

} // namespace orangery
