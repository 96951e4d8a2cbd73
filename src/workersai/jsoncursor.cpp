// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/jsoncursor.h"

#include <QUtf8StringView>

#include <cstdint>
#include <cstring>
#include <optional>

namespace orangery {

namespace {

constexpr int maxDepth = 16;
constexpr std::ptrdiff_t longestNumber = 17;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether one of the eight bytes is a quote, a backslash, a control character or no ASCII.
bool hasSpecial(std::uint64_t bytes)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t highs = 0x8080808080808080;
    const std::uint64_t quote = bytes ^ (ones * '"');
    const std::uint64_t backslash = bytes ^ (ones * '\\');
    return (((bytes - ones * 0x20) | (quote - ones) | (backslash - ones) | bytes) & highs) != 0;
}

/// Past what is plain in a string; a few plain bytes may be left before what is not.
const char* skipPlain(const char* at, const char* end)
{
    while (end - at >= 8) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, at, sizeof bytes);
        if (hasSpecial(bytes))
            break;
        at += 8;
    }
    return at;
}

std::optional<char16_t> hexUnit(const char* digits)
{
    unsigned unit = 0;
    for (int i = 0; i < 4; ++i) {
        const char c = digits[i];
        if (isDigit(c))
            unit = unit * 16 + static_cast<unsigned>(c - '0');
        else if (c >= 'a' && c <= 'f')
            unit = unit * 16 + static_cast<unsigned>(c - 'a' + 10);
        else if (c >= 'A' && c <= 'F')
            unit = unit * 16 + static_cast<unsigned>(c - 'A' + 10);
        else
            return std::nullopt;
    }
    return static_cast<char16_t>(unit);
}

std::optional<char16_t> simpleEscape(char c)
{
    switch (c) {
    case 'n':
        return u'\n';
    case 't':
        return u'\t';
    case 'r':
        return u'\r';
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case '"':
    case '\\':
    case '/':
        return static_cast<char16_t>(c);
    default:
        return std::nullopt;
    }
}

/// `raw` ends in no lone backslash.
bool unescape(QByteArrayView raw, QString& text)
{
    text.clear();
    while (!raw.isEmpty()) {
        const qsizetype plain = raw.indexOf('\\');
        text += QUtf8StringView(raw.data(), plain < 0 ? raw.size() : plain).toString();
        if (plain < 0)
            return true;
        raw = raw.sliced(plain + 1);
        const bool isUnit = raw.front() == 'u';
        if (isUnit && raw.size() < 5)
            return false;
        const auto unit = isUnit ? hexUnit(raw.data() + 1) : simpleEscape(raw.front());
        if (!unit)
            return false;
        text += QChar(*unit);
        raw = raw.sliced(isUnit ? 5 : 1);
    }
    return true;
}

} // namespace

char JsonCursor::peek()
{
    while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
        ++m_at;
    return m_at < m_end ? *m_at : '\0';
}

bool JsonCursor::take(char c)
{
    if (peek() != c || m_at == m_end)
        return false;
    ++m_at;
    return true;
}

bool JsonCursor::rawString(QByteArrayView& text, bool& hasEscapes)
{
    if (!take('"'))
        return false;
    const char* const start = m_at;
    bool isAscii = true;
    hasEscapes = false;
    while (true) {
        m_at = skipPlain(m_at, m_end);
        if (m_at == m_end)
            return false;
        const char c = *m_at++;
        if (c == '"')
            break;
        if (static_cast<unsigned char>(c) >= 0x80) {
            isAscii = false;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            return false;
        } else if (c == '\\') {
            hasEscapes = true;
            if (m_at == m_end)
                return false;
            ++m_at;
        }
    }
    text = QByteArrayView(start, m_at - 1);
    // QString drops a byte order mark, which here is a character like others
    return isAscii || (QUtf8StringView(text.data(), text.size()).isValidUtf8() &&
                       text.indexOf(QByteArrayView("\xEF\xBB\xBF")) < 0);
}

bool JsonCursor::plainString(QByteArrayView& text)
{
    bool hasEscapes = false;
    return rawString(text, hasEscapes) && !hasEscapes;
}

bool JsonCursor::string(QString& text)
{
    QByteArrayView raw;
    bool hasEscapes = false;
    if (!rawString(raw, hasEscapes))
        return false;
    if (hasEscapes)
        return unescape(raw, text);
    text = QUtf8StringView(raw.data(), raw.size()).toString();
    return true;
}

bool JsonCursor::count(int& number)
{
    if (!isDigit(peek()) || (*m_at == '0' && m_at + 1 < m_end && isDigit(m_at[1])))
        return false;
    const char* const start = m_at;
    number = 0;
    while (m_at < m_end && isDigit(*m_at) && m_at - start < 9)
        number = number * 10 + (*m_at++ - '0');
    return m_at < m_end && (*m_at == ',' || *m_at == '}' || *m_at == ']' || *m_at == ' ');
}

bool JsonCursor::literal(QByteArrayView word)
{
    peek();
    if (!QByteArrayView(m_at, m_end).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

bool JsonCursor::skipNumber()
{
    const char* const start = m_at;
    const auto digits = [this] {
        const char* const first = m_at;
        while (m_at < m_end && isDigit(*m_at))
            ++m_at;
        return m_at - first;
    };
    if (*m_at == '-')
        ++m_at;
    const char* const whole = m_at;
    const std::ptrdiff_t size = digits();
    if (size == 0 || (size > 1 && *whole == '0'))
        return false;
    if (m_at < m_end && *m_at == '.') {
        ++m_at;
        if (digits() == 0)
            return false;
    }
    return m_at - start <= longestNumber;
}

bool JsonCursor::skip(int depth)
{
    QByteArrayView text;
    bool hasEscapes = false;
    switch (peek()) {
    case '"':
        return rawString(text, hasEscapes) && (!hasEscapes || [&] {
                   QString unused;
                   return unescape(text, unused);
               }());
    case '{':
        return depth < maxDepth && object([&](QByteArrayView) { return skip(depth + 1); });
    case '[':
        return depth < maxDepth && array([&] { return skip(depth + 1); });
    case 't':
        return literal("true");
    case 'f':
        return literal("false");
    case 'n':
        return null();
    case '\0':
        return false;
    default:
        return skipNumber();
    }
}

} // namespace orangery
