// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sseparser.h"

#include <cstring>
#include <utility>

namespace orangery {

namespace {

const QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// Where the line ends, or the size when it does not. A CR is rare: it is looked for only before the LF.
qsizetype lineEnd(QByteArrayView bytes)
{
    const auto* start = bytes.data();
    const auto size = static_cast<size_t>(bytes.size());
    const auto* lf = static_cast<const char*>(std::memchr(start, '\n', size));
    const size_t before = lf ? static_cast<size_t>(lf - start) : size;
    const auto* cr = before ? static_cast<const char*>(std::memchr(start, '\r', before)) : nullptr;
    return cr ? cr - start : static_cast<qsizetype>(before);
}

} // namespace

QList<SseEvent> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    while (!bytes.isEmpty() && !m_isOverflown) {
        if (std::exchange(m_lastWasCr, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1);
            continue;
        }
        const qsizetype end = lineEnd(bytes);
        const QByteArrayView piece = bytes.first(end);
        if (end == bytes.size()) {
            hold(piece);
            break;
        }
        m_lastWasCr = bytes[end] == '\r';
        bytes = bytes.sliced(end + 1);
        if (m_line.isEmpty()) {
            takeLine(piece, events);
        } else {
            hold(piece);
            const QByteArray line = std::exchange(m_line, {});
            takeLine(line, events);
        }
    }
    return events;
}

bool SseParser::hasPartialEvent() const
{
    if (m_hasData || !m_event.type.isEmpty())
        return true;
    const bool isMarkOnly = m_isAtStart && byteOrderMark.startsWith(m_line);
    return !m_line.isEmpty() && !m_line.startsWith(':') && !isMarkOnly;
}

void SseParser::hold(QByteArrayView piece)
{
    if (m_line.size() + piece.size() > maxEventBytes) {
        m_isOverflown = true;
        m_line.clear();
        return;
    }
    m_line.append(piece);
}

void SseParser::takeLine(QByteArrayView line, QList<SseEvent>& events)
{
    if (m_isOverflown)
        return;
    if (std::exchange(m_isAtStart, false) && line.startsWith(byteOrderMark))
        line = line.sliced(byteOrderMark.size());

    if (line.isEmpty()) {
        if (std::exchange(m_hasData, false))
            events.append({std::exchange(m_event.type, {}), std::exchange(m_event.data, {}), m_event.id});
        m_event.type.clear();
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon < 0) {
        takeField(line, {});
    } else if (colon > 0) { // at 0 it is a comment
        QByteArrayView value = line.sliced(colon + 1);
        if (value.startsWith(' '))
            value = value.sliced(1);
        takeField(line.first(colon), value);
    }
}

void SseParser::takeField(QByteArrayView name, QByteArrayView value)
{
    if (name == QByteArrayView("data")) {
        if (m_event.data.size() + value.size() > maxEventBytes) {
            m_isOverflown = true;
            m_event.data.clear();
            m_hasData = false;
            return;
        }
        if (m_hasData)
            m_event.data.append('\n');
        m_event.data.append(value);
        m_hasData = true;
    } else if (name == QByteArrayView("event")) {
        m_event.type = value.toByteArray();
    } else if (name == QByteArrayView("id")) {
        if (!value.contains('\0'))
            m_event.id = value.toByteArray();
    }
}

} // namespace orangery
