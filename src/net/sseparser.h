// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace orangery {

/// One server-sent event (WHATWG HTML, "Server-sent events"). `data` joins its lines by LF; it is UTF-8 as it
/// came. `id` is the last id seen so far, which the specification keeps from event to event.
struct SseEvent
{
    QByteArray type; ///< empty: "message"
    QByteArray data;
    QByteArray id;

    bool operator==(const SseEvent&) const = default;
};

/// Turns bytes in any split into events. Lines end in LF, CR or CRLF; a leading BOM and comments are dropped;
/// an event without a data line is none. Works on bytes, so a UTF-8 sequence cut in two is whole again in
/// `data`. An event over the limit ends in isOverflown() and no further events.
class SseParser
{
public:
    static constexpr qsizetype maxEventBytes = 16 * 1024 * 1024;

    /// The events that these bytes completed.
    QList<SseEvent> feed(QByteArrayView bytes);
    /// True when the stream ended inside an event: the rest is not one (the specification drops it, too).
    bool hasPartialEvent() const;
    bool isOverflown() const { return m_isOverflown; }

private:
    void takeLine(QByteArrayView line, QList<SseEvent>& events);
    void takeField(QByteArrayView name, QByteArrayView value);
    void hold(QByteArrayView piece);

    QByteArray m_line; ///< the start of a line whose end has not come yet
    SseEvent m_event;
    bool m_hasData = false;
    bool m_lastWasCr = false;
    bool m_isAtStart = true;
    bool m_isOverflown = false;
};

} // namespace orangery
