// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <memory>

namespace orangery {

enum class CodeClass : quint8 { Keyword, Type, Function, String, Number, Comment, Preprocessor, Symbol };

/// Characters [start, start + length) of one line.
struct CodeRange
{
    int start = 0;
    int length = 0;
    CodeClass kind = CodeClass::Keyword;

    bool operator==(const CodeRange&) const = default;
};

/// Colours one piece of code line by line (GNU source-highlight). Values only, no colours.
///
/// Loading a language reads its definition and compiles its expressions: tens of milliseconds at first use.
/// The library parses definitions with global state, so all highlighters of a program live on one thread.
class Highlighter
{
public:
    static constexpr int MaxLines = 2000;      ///< longer code stays plain from there on
    static constexpr int MaxLineLength = 1000; ///< longer lines stay plain

    /// `language`: the name after a fence, in any case. Unknown names give a highlighter without ranges.
    explicit Highlighter(const QString& language);
    ~Highlighter();
    Highlighter(const Highlighter&) = delete;
    Highlighter& operator=(const Highlighter&) = delete;

    bool isValid() const { return m_engine != nullptr; }

    /// The ranges of the next line, without its line end. Lines build on each other (comments, strings).
    QList<CodeRange> nextLine(const QString& line);

    /// Whether a language has a definition; cheap, loads nothing.
    static bool isKnown(const QString& language);

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
    int m_lines = 0;
};

} // namespace orangery
