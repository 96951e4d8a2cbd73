// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/thinksplitter.h"

#include <utility>

namespace orangery {

namespace {

const QLatin1String openTag("<think>");
const QLatin1String closeTag("</think>");

QString withoutLeadingSpace(const QString& text)
{
    qsizetype start = 0;
    while (start < text.size() && text[start].isSpace())
        ++start;
    return text.mid(start);
}

/// How many characters at the end of `text` are the start of `tag`.
qsizetype partialTag(const QString& text, QLatin1String tag)
{
    for (qsizetype length = qMin(text.size(), tag.size() - 1); length > 0; --length) {
        if (QStringView(text).last(length) == tag.first(length))
            return length;
    }
    return 0;
}

} // namespace

ChatDelta ThinkSplitter::take(const QString& text)
{
    ChatDelta delta;
    if (m_place == Place::Text) {
        delta.text = text;
        return delta;
    }
    m_heldBack += text;
    if (m_place == Place::Start)
        decide(delta);
    if (m_place == Place::Thinking)
        think(delta);
    if (m_place == Place::BeforeText) {
        delta.text = withoutLeadingSpace(std::exchange(m_heldBack, {}));
        if (!delta.text.isEmpty())
            m_place = Place::Text;
    }
    return delta;
}

void ThinkSplitter::decide(ChatDelta& delta)
{
    // what is known to be blank is not looked at again: there are answers of nothing but line ends
    while (m_blank < m_heldBack.size() && m_heldBack[m_blank].isSpace())
        ++m_blank;
    const QStringView start = QStringView(m_heldBack).sliced(m_blank);
    if (start.startsWith(openTag)) {
        m_heldBack = start.sliced(openTag.size()).toString();
        m_place = Place::Thinking;
    } else if (!openTag.startsWith(start)) {
        delta.text = std::exchange(m_heldBack, {});
        m_place = Place::Text;
    }
}

void ThinkSplitter::think(ChatDelta& delta)
{
    const qsizetype end = m_heldBack.indexOf(closeTag);
    const qsizetype certain = end >= 0 ? end : m_heldBack.size() - partialTag(m_heldBack, closeTag);
    QString thought = m_heldBack.left(certain);
    if (!m_hasThought)
        thought = withoutLeadingSpace(thought);
    m_hasThought = m_hasThought || !thought.isEmpty();
    delta.reasoning = thought;
    m_heldBack.remove(0, certain);
    if (end >= 0) {
        m_heldBack.remove(0, closeTag.size());
        m_place = Place::BeforeText;
    }
}

ChatDelta ThinkSplitter::finish()
{
    ChatDelta delta;
    QString& rest = m_place == Place::Thinking ? delta.reasoning : delta.text;
    rest = std::exchange(m_heldBack, {});
    if (m_place == Place::Start)
        m_place = Place::Text;
    return delta;
}

} // namespace orangery
