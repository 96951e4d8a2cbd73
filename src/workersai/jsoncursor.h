// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace orangery {

/// Walks forwards through JSON of a known form, building nothing. For what arrives a hundred times a second.
///
/// Every step is false where the text is not what was asked for, and then the walk is over. It is also false
/// for what is legal and rare (an escape in a name, nesting over 16, numbers with an exponent): whoever walks
/// has a slower way that decides. What is true was read as QJsonDocument reads it.
class JsonCursor
{
public:
    explicit JsonCursor(QByteArrayView text) : m_at(text.data()), m_end(text.data() + text.size()) {}

    /// The character that the next value begins with; NUL at the end.
    char peek();
    bool isAtEnd() { return peek() == '\0' && m_at == m_end; }

    /// Calls `member` with each name (as it stands between its quotes); it steps over the value.
    template <typename Member>
    bool object(Member member)
    {
        if (!take('{'))
            return false;
        if (take('}'))
            return true;
        do {
            QByteArrayView name;
            if (!plainString(name) || !take(':') || !member(name))
                return false;
        } while (take(','));
        return take('}');
    }
    /// Calls `item` before each element; it steps over it.
    template <typename Item>
    bool array(Item item)
    {
        if (!take('['))
            return false;
        if (take(']'))
            return true;
        do {
            if (!item())
                return false;
        } while (take(','));
        return take(']');
    }
    bool string(QString& text);
    /// A whole number from 0 to 999,999,999.
    bool count(int& number);
    bool null() { return literal("null"); }
    bool literal(QByteArrayView word);
    /// Over one value of any kind.
    bool skip(int depth = 0);

private:
    bool take(char c);
    /// Between its quotes; one without escapes.
    bool plainString(QByteArrayView& text);
    /// To the closing quote; `text` is what stands before it.
    bool rawString(QByteArrayView& text, bool& hasEscapes);
    bool skipNumber();

    const char* m_at;
    const char* m_end;
};

} // namespace orangery
