// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keyboard can do to messages: copy, activate, the context menu and the keys.
#include "gui/chat/messages/messageaccessible.h"
#include "gui/chat/messages/messageinteraction.h"
#include "gui/chat/messages/messagestyle.h"
#include "gui/chat/messages/messageview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QUrl>

namespace orangery {

void MessageInteraction::selectAll()
{
    m_selection.selectAll();
    emit changed();
}

void MessageInteraction::copy()
{
    if (!m_selection.isEmpty())
        QApplication::clipboard()->setText(m_selection.text());
    else if (m_state.focused >= 0)
        copyMessage(m_state.focused, false);
}

void MessageInteraction::copyMessage(int index, bool markdown)
{
    const MessageEntry& entry = m_list.entry(index);
    if (entry.item().text.isEmpty())
        return;
    QApplication::clipboard()->setText(markdown ? entry.item().text : plainMessageText(entry));
}

void MessageInteraction::activate(int index, const Spot& spot)
{
    const MessageEntry& entry = m_list.entry(index);
    const qint64 id = entry.item().id;
    if (spot.slot >= entry.slotCount()) // the end of a running reply may have changed since
        return;
    switch (spot.kind) {
    case Spot::None:
        return;
    case Spot::Fold:
        m_selection.clear();
        m_view.setUnfolded(index, !entry.isUnfolded());
        return;
    case Spot::Link:
        emit linkActivated(QUrl(spot.href));
        return;
    case Spot::CodeSave:
        emit saveCodeRequested(entry.block(spot.slot).text, entry.block(spot.slot).language);
        return;
    case Spot::StripAction:
        if (entry.item().state == MessageState::Cut)
            emit continueRequested(id);
        else
            emit retryRequested(id);
        return;
    case Spot::Retry:
        emit retryRequested(id);
        return;
    case Spot::PreviousBranch:
    case Spot::NextBranch:
        emit branchRequested(id, spot.kind == Spot::NextBranch ? 1 : -1);
        return;
    case Spot::Edit:
        emit editRequested(id);
        return;
    case Spot::Fork:
        emit forkRequested(id);
        return;
    case Spot::CodeCopy:
        QApplication::clipboard()->setText(entry.block(spot.slot).text);
        break;
    case Spot::Copy:
    case Spot::CopyMarkdown:
        copyMessage(index, spot.kind == Spot::CopyMarkdown);
        break;
    }
    m_state.copiedMessage = index;
    m_state.copiedSpot = spot;
    m_copiedTimer.start();
    emit changed();
}

void MessageInteraction::contextMenu(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? m_state.focused : m_view.messageAt(event->pos());
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* copySelected = menu->addAction(
        tr("Copy selection"), this, [this] { QApplication::clipboard()->setText(m_selection.text()); });
    copySelected->setEnabled(!m_selection.isEmpty());
    if (index >= 0 && index < m_list.count()) {
        const qint64 id = m_list.entry(index).item().id;
        const auto copyNow = [this, id](bool markdown) {
            if (const int now = m_list.indexOf(id); now >= 0)
                copyMessage(now, markdown);
        };
        menu->addAction(tr("Copy message"), this, [copyNow] { copyNow(false); });
        if (!m_list.entry(index).isOwn())
            menu->addAction(tr("Copy message as Markdown"), this, [copyNow] { copyNow(true); });
        if (m_list.entry(index).isOwn())
            menu->addAction(tr("Edit"), this, [this, id] { emit editRequested(id); });
        menu->addAction(tr("Go on in a new chat from here"), this, [this, id] { emit forkRequested(id); });
        const Spot spot = byKey ? m_state.focusedSpot : spotAt(index, event->pos());
        if (spot.kind == Spot::Link)
            menu->addAction(tr("Copy link"), this,
                            [href = spot.href] { QApplication::clipboard()->setText(href); });
    }
    menu->addSeparator();
    menu->addAction(tr("Select all"), this, &MessageInteraction::selectAll);
    QPoint place = event->globalPos();
    if (byKey && index >= 0)
        place = m_view.viewport()->mapToGlobal(m_view.messageRect(index).topLeft() + QPoint(16, 16));
    menu->popup(place);
}

void MessageInteraction::focusIn(Qt::FocusReason reason)
{
    m_state.keyboard = reason != Qt::MouseFocusReason && reason != Qt::ActiveWindowFocusReason &&
                       reason != Qt::PopupFocusReason;
    if (m_state.focused < 0 || m_state.focused >= m_list.count())
        m_state.focused = m_list.count() - 1;
    if (m_state.keyboard)
        announceFocus(m_view, m_state.focused);
    emit changed();
}

void MessageInteraction::setFocused(int index, const Spot& spot)
{
    m_state.focused = index;
    m_state.focusedSpot = spot;
    m_state.keyboard = true;
    const MessageEntry& entry = m_list.entry(index);
    m_view.ensureVisible(index, spot.isNull() ? QRect(0, 0, 1, entry.height()) : spot.rect);
    announceFocus(m_view, index);
    emit changed();
}

bool MessageInteraction::moveFocus(bool next)
{
    if (m_state.focused < 0 || m_state.focused >= m_list.count())
        return false;
    const QList<Spot> all = MessageSpots::of(m_list.entry(m_state.focused), m_style);
    qsizetype at = -1;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].isSame(m_state.focusedSpot))
            at = i;
    }
    const qsizetype to = at + (next ? 1 : -1);
    if (to >= all.size() || to < -1) {
        m_state.focusedSpot = {};
        return false;
    }
    setFocused(m_state.focused, to < 0 ? Spot() : all[to]);
    return true;
}

/// To the next message; in one that is taller than the window it scrolls on first.
bool MessageInteraction::walk(int step)
{
    const int height = m_view.viewport()->height();
    if (m_state.focused < 0)
        return false;
    const QRect rect = m_view.messageRect(m_state.focused);
    QScrollBar* bar = m_view.verticalScrollBar();
    const bool more = step > 0 ? rect.bottom() > height : rect.top() < 0;
    if (m_state.keyboard && more && rect.intersects(QRect(0, 0, rect.right(), height))) {
        bar->setValue(bar->value() + step * qMin(bar->singleStep() * 2, height / 2));
        return true;
    }
    const int to = m_state.focused + step;
    if (to < 0 || to >= m_list.count()) {
        bar->setValue(step > 0 ? bar->maximum() : 0);
        return true;
    }
    setFocused(to);
    return true;
}

bool MessageInteraction::keyPress(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return true;
    }
    if ((event->modifiers() & Qt::ShiftModifier) && extend(event))
        return true;
    if (event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const bool control = event->modifiers() & Qt::ControlModifier;
    QScrollBar* bar = m_view.verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        return walk(-1);
    case Qt::Key_Down:
        return walk(1);
    case Qt::Key_Home:
        if (m_list.count())
            setFocused(0);
        bar->setValue(0);
        return true;
    case Qt::Key_End:
        if (m_list.count())
            setFocused(m_list.count() - 1);
        m_view.scrollToEnd();
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        bar->triggerAction(event->key() == Qt::Key_PageUp ? QAbstractSlider::SliderPageStepSub
                                                          : QAbstractSlider::SliderPageStepAdd);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (control || m_state.focused < 0 || m_state.focusedSpot.isNull())
            return false;
        activate(m_state.focused, m_state.focusedSpot);
        return true;
    case Qt::Key_Escape:
        if (m_selection.isEmpty())
            return false;
        m_selection.clear();
        emit changed();
        return true;
    default:
        return false;
    }
}

} // namespace orangery
