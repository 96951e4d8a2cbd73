// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/jsonscan.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cstring>

namespace orangery::jsonscan {

namespace {

class Scanner
{
public:
    explicit Scanner(QByteArrayView text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    void skipSpace()
    {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }
    bool isAtEnd() const { return m_at == m_end; }
    bool take(char c)
    {
        skipSpace();
        if (isAtEnd() || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    /// With its quotes.
    std::optional<QByteArrayView> takeString()
    {
        skipSpace();
        const char* start = m_at;
        if (isAtEnd() || *m_at != '"' || !skipString())
            return std::nullopt;
        return QByteArrayView(start, m_at);
    }
    std::optional<QByteArrayView> takeValue()
    {
        skipSpace();
        const char* start = m_at;
        if (isAtEnd() || !skipValue() || m_at == start)
            return std::nullopt;
        return QByteArrayView(start, m_at);
    }

private:
    /// Past the closing quote. A quote counts where the number of backslashes before it is even.
    bool skipString()
    {
        const char* first = ++m_at;
        while (m_at < m_end) {
            const void* found = std::memchr(m_at, '"', static_cast<size_t>(m_end - m_at));
            if (!found)
                return false;
            const char* quote = static_cast<const char*>(found);
            m_at = quote + 1;
            const char* backslash = quote;
            while (backslash > first && backslash[-1] == '\\')
                --backslash;
            if ((quote - backslash) % 2 == 0)
                return true;
        }
        return false;
    }

    bool skipValue()
    {
        if (*m_at == '"')
            return skipString();
        if (*m_at == '{' || *m_at == '[')
            return skipNested();
        while (m_at < m_end && !std::strchr(",]}\"{[: \n\r\t", *m_at))
            ++m_at;
        return true;
    }

    bool skipNested()
    {
        QVarLengthArray<char, 64> open;
        while (m_at < m_end) {
            const char c = *m_at;
            if (c == '"') {
                if (!skipString())
                    return false;
                continue;
            }
            ++m_at;
            if (c == '{' || c == '[') {
                open.append(c);
            } else if (c == '}' || c == ']') {
                if (open.last() != (c == '}' ? '{' : '['))
                    return false;
                open.removeLast();
                if (open.isEmpty())
                    return true;
            }
        }
        return false;
    }

    const char* m_at;
    const char* m_end;
};

} // namespace

std::optional<QList<Member>> members(QByteArrayView json)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    Scanner scanner(json.startsWith(byteOrderMark) ? json.sliced(byteOrderMark.size()) : json);
    if (!scanner.take('{'))
        return std::nullopt;
    QList<Member> found;
    if (!scanner.take('}')) {
        do {
            const auto name = scanner.takeString();
            if (!name || !scanner.take(':'))
                return std::nullopt;
            const auto value = scanner.takeValue();
            if (!value)
                return std::nullopt;
            found.append({name->sliced(1).chopped(1), *value});
        } while (scanner.take(','));
        if (!scanner.take('}'))
            return std::nullopt;
    }
    scanner.skipSpace();
    return scanner.isAtEnd() ? std::optional(found) : std::nullopt;
}

QByteArrayView valueOf(const QList<Member>& members, QByteArrayView name)
{
    QByteArrayView value;
    for (const Member& member : members) {
        if (member.name == name)
            value = member.value;
    }
    return value;
}

std::optional<QByteArray> shortened(QByteArrayView json, qsizetype most,
                                    std::initializer_list<QByteArrayView> kept)
{
    const auto all = members(json);
    if (!all)
        return std::nullopt;
    QByteArray text = "{";
    for (const Member& member : *all) {
        const bool isKept = member.value.size() <= most || std::ranges::find(kept, member.name) != kept.end();
        if (text.size() > 1)
            text += ',';
        text += '"';
        text.append(member.name.data(), member.name.size());
        text += "\":";
        if (isKept)
            text.append(member.value.data(), member.value.size());
        else
            text += "true";
    }
    return text + '}';
}

} // namespace orangery::jsonscan
