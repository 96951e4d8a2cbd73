// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/highlighter.h"

#include <QHash>
#include <exception>
#include <srchilite/formatter.h>
#include <srchilite/formattermanager.h>
#include <srchilite/formatterparams.h>
#include <srchilite/langdefmanager.h>
#include <srchilite/regexrulefactory.h>
#include <srchilite/settings.h>
#include <srchilite/sourcehighlighter.h>

namespace orangery {

namespace {

/// Names that people write after a fence → definition file. A language without an own definition uses its
/// closest relative.
const char* definitionOf(const QString& language)
{
    static const QHash<QString, const char*> files = [] {
        struct Entry
        {
            const char16_t* names;
            const char* file;
        };
        static constexpr Entry Entries[] = {
            {u"python py python3 pycon", "python.lang"},
            {u"javascript js jsx mjs typescript ts tsx node", "javascript.lang"},
            {u"json json5 jsonc jsonl", "json.lang"},
            {u"c", "c.lang"},
            {u"cpp c++ cxx cc h hpp arduino", "cpp.lang"},
            {u"java", "java.lang"},
            {u"kotlin kt swift scala", "scala.lang"},
            {u"csharp cs c#", "csharp.lang"},
            {u"go golang", "go.lang"},
            {u"rust rs", "rust.lang"},
            {u"ruby rb", "ruby.lang"},
            {u"php", "php.lang"},
            {u"perl pl pm", "perl.lang"},
            {u"lua", "lua.lang"},
            {u"bash sh shell console zsh ksh shell-session dockerfile", "sh.lang"},
            {u"sql mysql postgresql sqlite plsql", "sql.lang"},
            {u"html htm vue svelte xhtml", "html.lang"},
            {u"xml svg ui plist", "xml.lang"},
            {u"css scss less", "css.lang"},
            {u"diff patch", "diff.lang"},
            {u"makefile make", "makefile.lang"},
            {u"ini desktop toml", "desktop.lang"},
            {u"conf nginx apache", "conf.lang"},
            {u"properties yaml yml", "properties.lang"},
            {u"latex tex", "latex.lang"},
            {u"haskell hs", "haskell.lang"},
            {u"erlang erl elixir", "erlang.lang"},
            {u"ocaml caml ml", "caml.lang"},
            {u"lisp elisp clojure", "lisp.lang"},
            {u"scheme", "scheme.lang"},
            {u"pascal delphi", "pascal.lang"},
            {u"fortran f90", "fortran.lang"},
            {u"r", "r.lang"},
            {u"d", "d.lang"},
            {u"vala", "vala.lang"},
            {u"groovy gradle", "groovy.lang"},
            {u"ada", "ada.lang"},
            {u"asm nasm", "asm.lang"},
            {u"awk", "awk.lang"},
            {u"bat batch cmd powershell ps1", "bat.lang"},
            {u"tcl", "tcl.lang"},
            {u"prolog", "prolog.lang"},
            {u"proto protobuf", "proto.lang"},
            {u"glsl hlsl", "glsl.lang"},
            {u"vim", "vim.lang"},
            {u"cobol", "cobol.lang"},
            {u"coffeescript coffee", "coffeescript.lang"},
        };
        QHash<QString, const char*> map;
        for (const Entry& entry : Entries) {
            const QStringList names = QString::fromUtf16(entry.names).split(u' ');
            for (const QString& name : names)
                map.insert(name, entry.file);
        }
        return map;
    }();
    return files.value(language.toLower(), nullptr);
}

/// The library hands out element names; each kind has a formatter that notes where its elements lie.
class Collector : public srchilite::Formatter
{
public:
    Collector(CodeClass kind, QList<CodeRange>& sink) : m_kind(kind), m_sink(sink) {}

    void format(const std::string& text, const srchilite::FormatterParams* params) override
    {
        if (!params || params->start < 0 || text.empty())
            return;
        if (!m_sink.isEmpty() && m_sink.last().kind == m_kind &&
            m_sink.last().start + m_sink.last().length == params->start)
            m_sink.last().length += static_cast<int>(text.size());
        else
            m_sink.append({params->start, static_cast<int>(text.size()), m_kind});
    }

private:
    CodeClass m_kind;
    QList<CodeRange>& m_sink;
};

class Ignore : public srchilite::Formatter
{
public:
    void format(const std::string&, const srchilite::FormatterParams*) override {}
};

/// One byte a UTF-16 unit, so that the library's byte positions are ours. What is not ASCII becomes a letter.
std::string bytes(const QString& line)
{
    std::string result(static_cast<size_t>(line.size()), 'x');
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i].unicode() < 128)
            result[static_cast<size_t>(i)] = static_cast<char>(line[i].unicode());
    }
    return result;
}

} // namespace

class Highlighter::Engine
{
public:
    explicit Engine(const char* file)
        : m_manager(srchilite::FormatterPtr(new Ignore)),
          m_highlighter(definitions().getHighlightState(srchilite::Settings::retrieveDataDir(), file))
    {
        add(CodeClass::Keyword, {"keyword", "cbracket_keyword", "preproc_keyword", "attribute"});
        add(CodeClass::Type, {"type", "usertype", "classname"});
        add(CodeClass::Function, {"function", "predef_func", "property"});
        add(CodeClass::String, {"string", "regexp", "specialchar", "path", "url"});
        add(CodeClass::Number, {"number", "value"});
        add(CodeClass::Comment, {"comment", "todo", "linenum", "oldfile", "difflines"});
        add(CodeClass::Preprocessor, {"preproc", "meta", "section", "newfile", "selector"});
        m_highlighter.setFormatterManager(&m_manager);
        m_highlighter.setFormatterParams(&m_params);
        m_highlighter.setOptimize(false);
    }

    QList<CodeRange> line(const QString& text)
    {
        m_ranges.clear();
        m_params.start = 0;
        m_highlighter.highlightParagraph(bytes(text));
        return m_ranges;
    }

private:
    static srchilite::LangDefManager& definitions()
    {
        static srchilite::RegexRuleFactory factory;
        static srchilite::LangDefManager manager(&factory);
        return manager;
    }

    void add(CodeClass kind, std::initializer_list<const char*> names)
    {
        const srchilite::FormatterPtr formatter(new Collector(kind, m_ranges));
        for (const char* name : names)
            m_manager.addFormatter(name, formatter);
    }

    QList<CodeRange> m_ranges;
    srchilite::FormatterManager m_manager;
    srchilite::FormatterParams m_params;
    srchilite::SourceHighlighter m_highlighter;
};

Highlighter::Highlighter(const QString& language)
{
    const char* file = definitionOf(language);
    if (!file)
        return;
    try { // the library throws when a definition is missing or broken: then the code stays plain
        m_engine = std::make_unique<Engine>(file);
    } catch (const std::exception&) {
        m_engine.reset();
    }
}

Highlighter::~Highlighter() = default;

QList<CodeRange> Highlighter::nextLine(const QString& line)
{
    if (!m_engine || ++m_lines > MaxLines || line.size() > MaxLineLength)
        return {};
    try {
        return m_engine->line(line);
    } catch (const std::exception&) { // an expression too complex for this line
        m_engine.reset();
        return {};
    }
}

bool Highlighter::isKnown(const QString& language)
{
    return definitionOf(language) != nullptr;
}

} // namespace orangery
