// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/htmltext.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace orangery::sandbox {

namespace {

QString decoded(const QString& text)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("amp"), QStringLiteral("&")},    {QStringLiteral("lt"), QStringLiteral("<")},
        {QStringLiteral("gt"), QStringLiteral(">")},     {QStringLiteral("quot"), QStringLiteral("\"")},
        {QStringLiteral("apos"), QStringLiteral("'")},   {QStringLiteral("nbsp"), QStringLiteral(" ")},
        {QStringLiteral("ndash"), QStringLiteral("–")},  {QStringLiteral("mdash"), QStringLiteral("—")},
        {QStringLiteral("hellip"), QStringLiteral("…")}, {QStringLiteral("copy"), QStringLiteral("©")},
        {QStringLiteral("euro"), QStringLiteral("€")},   {QStringLiteral("auml"), QStringLiteral("ä")},
        {QStringLiteral("ouml"), QStringLiteral("ö")},   {QStringLiteral("uuml"), QStringLiteral("ü")},
        {QStringLiteral("szlig"), QStringLiteral("ß")},  {QStringLiteral("eacute"), QStringLiteral("é")},
    };
    static const QRegularExpression entity(QStringLiteral("&(#x?[0-9a-fA-F]{1,7}|[a-zA-Z]{1,10});"));
    QString result;
    qsizetype at = 0;
    auto matches = entity.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        const QString name = match.captured(1);
        bool ok = false;
        const bool isHex = name.startsWith(u"#x", Qt::CaseInsensitive);
        const uint code = isHex ? name.mid(2).toUInt(&ok, 16) : name.mid(1).toUInt(&ok);
        const bool isCharacter = name.startsWith(u'#') && ok && code > 0 && code <= 0x10FFFF;
        const char32_t character = code;
        result += isCharacter ? QString::fromUcs4(&character, 1) : names.value(name, match.captured());
    }
    return result + text.mid(at);
}

QString attribute(const QString& tag, const char* name)
{
    const QRegularExpression pattern(
        QStringLiteral("\\s%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))").arg(QLatin1String(name)),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(tag);
    return decoded(match.captured(1) + match.captured(2) + match.captured(3));
}

/// Writes Markdown while it walks over tags and texts.
class Writer
{
public:
    void text(const QString& raw)
    {
        if (m_pre) {
            m_line += decoded(raw);
            return;
        }
        static const QRegularExpression blanks(QStringLiteral("\\s+"));
        QString words = decoded(raw).replace(blanks, QStringLiteral(" "));
        if (words.startsWith(u' ') && (m_line.isEmpty() || m_line.endsWith(u' ')))
            words.remove(0, 1);
        m_line += words;
    }

    void open(const QString& name, const QString& tag)
    {
        if (isHeading(name)) {
            block();
            m_line = QString(name[1].digitValue(), u'#') + u' ';
        } else if (name == u"br") {
            m_line = m_line.trimmed() + QStringLiteral("  \n");
        } else if (name == u"ul" || name == u"ol") {
            block();
            m_lists.append(name == u"ol" ? 1 : 0);
        } else if (name == u"li") {
            block();
            const QString indent(2 * std::max<qsizetype>(m_lists.size() - 1, 0), u' ');
            const bool isNumbered = !m_lists.isEmpty() && m_lists.last() > 0;
            m_line = indent + (isNumbered ? QString::number(m_lists.last()++) + QStringLiteral(". ")
                                          : QStringLiteral("- "));
        } else if (name == u"blockquote") {
            block();
            m_line = QStringLiteral("> ");
        } else if (name == u"a") {
            m_links.append(attribute(tag, "href"));
            m_line += u'[';
        } else if (name == u"img") {
            m_line += QStringLiteral("![%1](%2)").arg(attribute(tag, "alt"), attribute(tag, "src"));
        } else if (name == u"pre") {
            block();
            m_pre = true;
            m_line = QStringLiteral("```\n");
        } else if (name == u"table") {
            block();
            m_row = 0;
        } else if (name == u"tr") {
            block();
            m_cells = 0;
            m_line = QStringLiteral("|");
        } else if (name == u"td" || name == u"th") {
            m_line += u' ';
            ++m_cells;
        } else if (isBlock(name)) {
            block();
        } else {
            m_line += emphasis(name);
        }
    }

    void close(const QString& name)
    {
        if (name == u"a" && !m_links.isEmpty()) {
            m_line += QStringLiteral("](%1)").arg(m_links.takeLast());
        } else if (name == u"pre") {
            m_line += m_line.endsWith(u'\n') ? QStringLiteral("```") : QStringLiteral("\n```");
            m_pre = false;
            block();
        } else if (name == u"td" || name == u"th") {
            m_line = m_line.trimmed() + QStringLiteral(" |");
        } else if (name == u"tr") {
            if (m_row++ == 0)
                m_line += QStringLiteral("\n|") + QStringLiteral(" --- |").repeated(m_cells);
            block();
        } else if (name == u"ul" || name == u"ol") {
            block();
            if (!m_lists.isEmpty())
                m_lists.removeLast();
            m_lastWasRow = m_lastWasRow && !m_lists.isEmpty();
        } else if (name == u"table") {
            block();
            m_lastWasRow = false;
        } else if (isHeading(name) || name == u"li" || name == u"blockquote" || isBlock(name)) {
            block();
        } else {
            const QString mark = emphasis(name);
            if (!mark.isEmpty() && m_line.endsWith(u' '))
                m_line = m_line.trimmed() + mark + u' ';
            else
                m_line += mark;
        }
    }

    QString markdown()
    {
        block();
        return m_text;
    }

private:
    static bool isHeading(const QString& name)
    {
        return name.size() == 2 && name[0] == u'h' && name[1] >= u'1' && name[1] <= u'6';
    }
    static bool isBlock(const QString& name)
    {
        static const QStringList names{QStringLiteral("p"),       QStringLiteral("div"),
                                       QStringLiteral("section"), QStringLiteral("article"),
                                       QStringLiteral("header"),  QStringLiteral("footer"),
                                       QStringLiteral("main"),    QStringLiteral("title"),
                                       QStringLiteral("hr"),      QStringLiteral("table")};
        return names.contains(name);
    }
    QString emphasis(const QString& name) const
    {
        if (name == u"b" || name == u"strong")
            return QStringLiteral("**");
        if (name == u"i" || name == u"em")
            return QStringLiteral("*");
        return name == u"code" && !m_pre ? QStringLiteral("`") : QString();
    }

    /// Ends the line; items of a list and rows of a table follow each other without an empty line.
    void block()
    {
        static const QRegularExpression mark(QStringLiteral("^\\s*(?:- |\\d+\\. |\\|)"));
        while (m_line.endsWith(u' ') || m_line.endsWith(u'\n'))
            m_line.chop(1);
        const bool isEmptyMark = m_line.trimmed() == u"-" || m_line.trimmed() == u">";
        if (!m_line.isEmpty() && !isEmptyMark) {
            const bool follows = mark.match(m_line).hasMatch();
            if (!m_text.isEmpty())
                m_text += follows && m_lastWasRow ? u"\n" : u"\n\n";
            m_text += m_line;
            m_lastWasRow = follows;
        }
        if (!isEmptyMark)
            m_line.clear();
        else
            m_line += u' ';
    }

    QString m_text;
    QString m_line;
    QStringList m_links;
    QList<int> m_lists; ///< of each open list: the next number, 0 for bullets
    int m_row = 0;
    int m_cells = 0;
    bool m_pre = false;
    bool m_lastWasRow = false;
};

} // namespace

QString markdownOfHtml(const QString& html)
{
    static const QRegularExpression silent(
        QStringLiteral("<!--.*?-->|<!doctype[^>]*>|<(script|style|noscript|svg)\\b.*?</\\1\\s*>"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression tag(QStringLiteral("<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>"));
    const QString page = QString(html).remove(silent);
    Writer writer;
    qsizetype at = 0;
    auto tags = tag.globalMatch(page);
    while (tags.hasNext()) {
        const QRegularExpressionMatch match = tags.next();
        writer.text(page.mid(at, match.capturedStart() - at));
        at = match.capturedEnd();
        const QString name = match.captured(2).toLower();
        if (match.capturedLength(1) > 0)
            writer.close(name);
        else
            writer.open(name, match.captured());
    }
    writer.text(page.mid(at));
    return writer.markdown();
}

} // namespace orangery::sandbox
