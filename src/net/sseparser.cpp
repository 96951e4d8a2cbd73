// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sseparser.h"

#include <cstring>
#include <utility>

namespace orangery {

namespace {

const QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// Finds the ends of lines. A CR is rare: it is looked for only before the next LF, which is looked for once.
class LineEnds
{
public:
    explicit LineEnds(QByteArrayView bytes)
        : m_end(bytes.data() + bytes.size()),
          m_lf(find('\n', bytes.data()))
    {}

    /// Where the line at `start` ends: a pointer to its CR or LF, or the end of the bytes.
    const char* after(const char* start)
    {
        if (m_lf < start)
            m_lf = find('\n', start);
        const auto before = static_cast<size_t>(m_lf - start);
        const auto* cr = before ? static_cast<const char*>(std::memchr(start, '\r', before)) : nullptr;
        return cr ? cr : m_lf;
    }

private:
    const char* find(char c, const char* start) const
    {
        const auto size = static_cast<size_t>(m_end - start);
        const auto* found = size ? static_cast<const char*>(std::memchr(start, c, size)) : nullptr;
        return found ? found : m_end;
    }

    const char* m_end;
    const char* m_lf;
};

} // namespace

QList<SseEvent> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    LineEnds ends(bytes);
    while (!bytes.isEmpty() && !m_isOverflown) {
        if (std::exchange(m_lastWasCr, false) && bytes.front() == '\n') {
            bytes = bytes.sliced(1);
            continue;
        }
        const qsizetype end = ends.after(bytes.data()) - bytes.data();
        const QByteArrayView piece = bytes.first(end);
        if (end == bytes.size()) {
            hold(piece);
            break;
        }
        m_lastWasCr = bytes[end] == '\r';
        bytes = bytes.sliced(end + 1);
        if (m_line.isEmpty() && piece.size() <= maxEventBytes) {
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
