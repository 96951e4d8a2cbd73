// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messageview.h"

#include "gui/chat/messages/messageaccessible.h"
#include "gui/chat/messages/newtextbutton.h"
#include "gui/style/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QUrl>

namespace orangery {

MessageView::MessageView(const Look& look, QWidget* parent)
    : QAbstractScrollArea(parent),
      m_look(look),
      m_style(look.theme),
      m_list(m_style, &m_highlighting),
      m_interaction(*this, m_list, m_style),
      m_painter(m_style, look.icons),
      m_newText(new NewTextButton(look, viewport()))
{
    installMessageAccessibility();
    m_style.rightToLeft = isRightToLeft();
    setObjectName(QStringLiteral("messageView"));
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&m_look.theme, &Theme::changed, this, &MessageView::restyle);
    connect(&m_highlighting, &CodeHighlighting::highlighted, viewport(), qOverload<>(&QWidget::update));
    connect(&m_interaction, &MessageInteraction::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_interaction, &MessageInteraction::linkActivated, this, &MessageView::linkActivated);
    connect(&m_interaction, &MessageInteraction::saveCodeRequested, this, &MessageView::saveCodeRequested);
    connect(&m_interaction, &MessageInteraction::retryRequested, this, &MessageView::retryRequested);
    connect(&m_interaction, &MessageInteraction::continueRequested, this, &MessageView::continueRequested);
    connect(&m_pacer, &UpdatePacer::due, this, &MessageView::flush);
    connect(m_newText, &QAbstractButton::clicked, this, &MessageView::scrollToEnd);
    connect(&m_caretTimer, &QTimer::timeout, this, [this] {
        m_interaction.state().caretOn = !m_interaction.state().caretOn;
        viewport()->update();
    });
}

MessageView::~MessageView()
{
    forgetMessageItems(this);
}

void MessageView::setMessages(const QList<MessageItem>& items)
{
    m_interaction.reset();
    m_speech = {};
    forgetMessageItems(this);
    m_list.reset(items);
    m_follow = true;
    relayout();
    restartCaret();
}

void MessageView::appendMessage(const MessageItem& item)
{
    m_list.append(item);
    if (item.role == MessageRole::User)
        m_follow = true;
    relayout();
    restartCaret();
}

void MessageView::updateMessage(const MessageItem& item)
{
    const int index = m_list.indexOf(item.id);
    if (index < 0)
        return;
    const MessageItem& old = m_list.entry(index).item();
    if (old.role == MessageRole::Assistant && item.text.startsWith(old.text) &&
        item.reasoning.startsWith(old.reasoning) && old.state == MessageState::Streaming) {
        const QString text = item.text.mid(old.text.size());
        const QString reasoning = item.reasoning.mid(old.reasoning.size());
        m_list.entry(index).appendReasoning(reasoning);
        m_list.entry(index).appendText(text);
    } else if (item.text != old.text || item.reasoning != old.reasoning || item.role != old.role) {
        m_list.replace(index, item);
        m_interaction.forgetFrom(m_list.count());
    }
    finishMessage(item);
}

void MessageView::finishMessage(const MessageItem& facts)
{
    const int index = m_list.indexOf(facts.id);
    if (index < 0)
        return;
    m_list.entry(index).setFacts(facts);
    m_list.touch(index);
    relayout();
    if (facts.state != MessageState::Streaming)
        announceText(*this, index, m_speech.takeRest());
    restartCaret();
}

void MessageView::appendText(qint64 id, const QString& delta)
{
    const int index = m_list.indexOf(id);
    if (index < 0 || delta.isEmpty())
        return;
    m_list.entry(index).appendText(delta);
    streamed(index, delta);
}

void MessageView::appendReasoning(qint64 id, const QString& delta)
{
    const int index = m_list.indexOf(id);
    if (index < 0 || delta.isEmpty())
        return;
    m_list.entry(index).appendReasoning(delta);
    streamed(index, {});
}

void MessageView::streamed(int index, const QString& delta)
{
    m_list.touch(index);
    m_pacer.request();
    if (QAccessible::isActive())
        announceText(*this, index, m_speech.add(delta));
    if (!m_follow && m_newText->isHidden())
        m_newText->show();
}

void MessageView::truncate(int count)
{
    if (count >= m_list.count())
        return;
    forgetMessageItems(this);
    m_list.truncate(qMax(0, count));
    m_interaction.forgetFrom(count);
    relayout();
    restartCaret();
}

void MessageView::flush()
{
    relayout();
}

void MessageView::restyle()
{
    m_style = MessageStyle(m_look.theme);
    m_style.rightToLeft = isRightToLeft();
    m_list.restyle();
    relayout();
}

void MessageView::setUnfolded(int index, bool unfolded)
{
    m_list.entry(index).setUnfolded(unfolded);
    m_list.touch(index);
    if (m_follow && index + 1 < m_list.count())
        m_follow = false;
    relayout();
}

bool MessageView::copyLastReply()
{
    for (int i = m_list.count() - 1; i >= 0; --i) {
        if (m_list.entry(i).isOwn() || m_list.entry(i).item().text.isEmpty())
            continue;
        m_interaction.copyMessage(i, true);
        return true;
    }
    return false;
}

bool MessageView::copyLastCode()
{
    for (int i = m_list.count() - 1; i >= 0; --i) {
        const QString code = m_list.entry(i).isOwn() ? QString() : lastCode(m_list.entry(i));
        if (code.isNull())
            continue;
        QApplication::clipboard()->setText(code);
        return true;
    }
    return false;
}

} // namespace orangery
