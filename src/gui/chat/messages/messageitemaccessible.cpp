// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messageitemaccessible.h"

#include "gui/chat/messages/messagetexts.h"
#include "gui/chat/messages/messageview.h"

namespace orangery {

MessageItemAccessible::MessageItemAccessible(MessageView* view, int index) : m_view(view), m_index(index) {}

const MessageEntry* MessageItemAccessible::entry() const
{
    return m_view && m_index < m_view->messageCount() ? &m_view->list().entry(m_index) : nullptr;
}

bool MessageItemAccessible::isValid() const
{
    return entry() != nullptr;
}

QAccessibleInterface* MessageItemAccessible::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QString MessageItemAccessible::text(QAccessible::Text kind) const
{
    const MessageEntry* now = entry();
    if (!now)
        return {};
    if (kind == QAccessible::Name)
        return MessageTexts::accessibleName(now->item());
    if (kind == QAccessible::Value)
        return now->item().text;
    const bool strip = now->item().state == MessageState::Cut || now->item().state == MessageState::Failed;
    return kind == QAccessible::Description && strip ? MessageTexts::notice(now->item()) : QString();
}

QRect MessageItemAccessible::rect() const
{
    if (!entry())
        return {};
    const QRect place = m_view->messageRect(m_index);
    return {m_view->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessible::State MessageItemAccessible::state() const
{
    QAccessible::State state;
    if (!entry()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    state.readOnly = true;
    state.multiLine = true;
    state.busy = entry()->item().state == MessageState::Streaming;
    state.focused = m_view->hasFocus() && m_view->interaction().state().focused == m_index;
    state.offscreen = !m_view->messageRect(m_index).intersects(m_view->viewport()->rect());
    return state;
}

void* MessageItemAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TextInterface ? static_cast<QAccessibleTextInterface*>(this) : nullptr;
}

void MessageItemAccessible::selection(int, int* start, int* end) const
{
    *start = *end = 0;
}

QString MessageItemAccessible::text(int start, int end) const
{
    return entry() ? entry()->item().text.mid(start, end - start) : QString();
}

int MessageItemAccessible::characterCount() const
{
    return entry() ? static_cast<int>(entry()->item().text.size()) : 0;
}

void MessageItemAccessible::scrollToSubstring(int, int)
{
    if (entry())
        m_view->scrollToMessage(m_index);
}

QString MessageItemAccessible::attributes(int, int* start, int* end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

} // namespace orangery
