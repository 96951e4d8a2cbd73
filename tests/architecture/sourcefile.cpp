// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/sourcefile.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace orangery::architecture {

namespace {

// Splits a source into comments, literals and the rest. It knows what a compiler's first phases know of these
// three: escapes, raw strings, character literals and the digit separator, which looks like one.
class Lexer
{
public:
    explicit Lexer(SourceFile& file) : m_file(file) {}

    void run()
    {
        while (m_at < m_file.text.size())
            step();
    }

private:
    void step()
    {
        const char c = m_file.text[m_at];
        const char following = m_at + 1 < m_file.text.size() ? m_file.text[m_at + 1] : '\0';
        if (c == '/' && following == '/')
            skipComment(endOfLineComment());
        else if (c == '/' && following == '*')
            skipComment(after("*/", m_at + 2));
        else if (c == '"')
            literal(isRaw() ? rawEnd() : quotedEnd('"'));
        else if (c == '\'' && !isDigitSeparator())
            character();
        else
            ++m_at;
    }

    std::size_t after(const std::string& mark, std::size_t from) const
    {
        const auto found = m_file.text.find(mark, from);
        return found == std::string::npos ? m_file.text.size() : found + mark.size();
    }

    std::size_t endOfLineComment() const
    {
        auto end = m_file.text.find('\n', m_at);
        while (end != std::string::npos && m_file.text[end - 1] == '\\')
            end = m_file.text.find('\n', end + 1);
        return std::min(end, m_file.text.size());
    }

    void skipComment(std::size_t end)
    {
        blank(m_file.code, m_at, end);
        blank(m_file.plain, m_at, end);
        m_at = end;
    }

    bool isRaw() const { return m_at > 0 && m_file.text[m_at - 1] == 'R'; }

    bool isDigitSeparator() const
    {
        return m_at > 0 && std::isxdigit(static_cast<unsigned char>(m_file.text[m_at - 1]));
    }

    std::size_t rawEnd()
    {
        const auto open = m_file.text.find('(', m_at);
        if (open == std::string::npos)
            return m_file.text.size();
        const auto delimiter = m_file.text.substr(m_at + 1, open - m_at - 1);
        m_contentBegin = open + 1;
        const auto close = ")" + delimiter + "\"";
        const auto end = after(close, open);
        m_contentEnd = end - std::min(end, close.size());
        return end;
    }

    std::size_t quotedEnd(char quote)
    {
        auto at = m_at + 1;
        while (at < m_file.text.size() && m_file.text[at] != quote && m_file.text[at] != '\n')
            at += m_file.text[at] == '\\' ? 2 : 1;
        m_contentBegin = m_at + 1;
        m_contentEnd = std::min(at, m_file.text.size());
        return std::min(at + 1, m_file.text.size());
    }

    void literal(std::size_t end)
    {
        m_file.literals.push_back(
            {m_file.text.substr(m_contentBegin, m_contentEnd - m_contentBegin), m_at, end - m_at});
        blank(m_file.plain, m_contentBegin, m_contentEnd);
        m_at = end;
    }

    void character()
    {
        const auto end = quotedEnd('\'');
        blank(m_file.plain, m_contentBegin, m_contentEnd);
        m_at = end;
    }

    static void blank(std::string& text, std::size_t begin, std::size_t end)
    {
        for (auto i = begin; i < end; ++i) {
            if (text[i] != '\n')
                text[i] = ' ';
        }
    }

    SourceFile& m_file;
    std::size_t m_at = 0;
    std::size_t m_contentBegin = 0;
    std::size_t m_contentEnd = 0;
};

void readIncludes(SourceFile& file)
{
    static const std::regex pattern(R"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])",
                                    std::regex::multiline);
    for (std::sregex_iterator it(file.code.begin(), file.code.end(), pattern), end; it != end; ++it) {
        const auto offset = static_cast<std::size_t>(it->position(1));
        file.includes.push_back({(*it)[2].str(), (*it)[1].str() == "\"", file.lineOf(offset)});
    }
}

} // namespace

SourceFile SourceFile::parse(std::string path, std::string text)
{
    SourceFile file;
    file.path = std::move(path);
    file.text = std::move(text);
    file.code = file.text;
    file.plain = file.text;
    Lexer(file).run();
    readIncludes(file);
    return file;
}

int SourceFile::lineCount() const
{
    const auto ends = std::count(text.begin(), text.end(), '\n');
    return static_cast<int>(ends) + (text.empty() || text.back() == '\n' ? 0 : 1);
}

int SourceFile::lineOf(std::size_t offset) const
{
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size()));
    return static_cast<int>(std::count(text.begin(), end, '\n')) + 1;
}

std::string SourceFile::lineAt(std::size_t offset) const
{
    const auto previous = offset == 0 ? std::string::npos : text.rfind('\n', offset - 1);
    const auto begin = previous == std::string::npos ? 0 : previous + 1;
    return text.substr(begin, text.find('\n', offset) - begin);
}

std::string SourceFile::where(std::size_t offset) const
{
    return path + ":" + std::to_string(lineOf(offset));
}

} // namespace orangery::architecture
