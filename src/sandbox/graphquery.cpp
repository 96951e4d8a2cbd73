// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphquery.h"

#include <QJsonArray>

namespace orangery::sandbox {

namespace {

constexpr int deepest = 32;

class Reader
{
public:
    Reader(const QString& text, const QJsonObject& variables) : m_text(text), m_variables(variables) {}

    bool operation(std::vector<GraphField>& fields)
    {
        // `query Name($x: String!)` carries nothing that the values need.
        int depth = 0;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text[m_at];
            if (c == u'(')
                ++depth;
            else if (c == u')')
                --depth;
            else if (c == u'{' && depth == 0)
                break;
        }
        if (!selection(fields, 0))
            return false;
        skip();
        return m_at == m_text.size();
    }

private:
    void skip()
    {
        while (m_at < m_text.size()) {
            if (m_text[m_at] == u'#') {
                while (m_at < m_text.size() && m_text[m_at] != u'\n')
                    ++m_at;
            } else if (m_text[m_at].isSpace() || m_text[m_at] == u',') {
                ++m_at;
            } else {
                return;
            }
        }
    }
    bool take(QChar c)
    {
        skip();
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    QString name()
    {
        skip();
        const qsizetype start = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || m_text[m_at] == u'_'))
            ++m_at;
        return m_text.mid(start, m_at - start);
    }
    bool selection(std::vector<GraphField>& fields, int depth)
    {
        if (depth > deepest || !take(u'{'))
            return false;
        while (!take(u'}')) {
            GraphField field;
            field.name = name();
            if (field.name.isEmpty())
                return false;
            field.alias = field.name;
            if (take(u':'))
                field.name = name();
            if (take(u'(') && !members(field.arguments, u')', depth))
                return false;
            skip();
            if (m_at < m_text.size() && m_text[m_at] == u'{' && !selection(field.fields, depth + 1))
                return false;
            fields.push_back(std::move(field));
        }
        return true;
    }
    bool members(QJsonObject& object, QChar end, int depth)
    {
        while (!take(end)) {
            const QString key = name();
            QJsonValue value;
            if (key.isEmpty() || !take(u':') || !readValue(value, depth + 1))
                return false;
            object[key] = value;
        }
        return true;
    }
    bool readValue(QJsonValue& value, int depth)
    {
        if (depth > deepest)
            return false;
        if (take(u'"')) {
            const qsizetype end = m_text.indexOf(u'"', m_at);
            if (end < 0)
                return false;
            value = m_text.mid(m_at, end - m_at);
            m_at = end + 1;
            return true;
        }
        if (take(u'$')) {
            value = m_variables[name()];
            return true;
        }
        if (take(u'{')) {
            QJsonObject object;
            const bool ok = members(object, u'}', depth);
            value = object;
            return ok;
        }
        if (take(u'[')) {
            QJsonArray array;
            while (!take(u']')) {
                QJsonValue item;
                if (!readValue(item, depth + 1))
                    return false;
                array.append(item);
            }
            value = array;
            return true;
        }
        skip();
        const qsizetype start = m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'-')
            ++m_at;
        const QString word = name();
        bool isNumber = false;
        const double number = m_text.mid(start, m_at - start).toDouble(&isNumber);
        if (isNumber)
            value = number;
        else if (word == u"true" || word == u"false")
            value = word == u"true";
        else if (word != u"null")
            value = word; // an enum's value
        return !word.isEmpty();
    }

    const QString& m_text;
    const QJsonObject& m_variables;
    qsizetype m_at = 0;
};

} // namespace

const GraphField* GraphField::field(const QString& fieldName) const
{
    for (const GraphField& child : fields) {
        if (child.name == fieldName)
            return &child;
    }
    return nullptr;
}

std::optional<std::vector<GraphField>> parseGraphQuery(const QString& query, const QJsonObject& variables)
{
    std::vector<GraphField> fields;
    if (!Reader(query, variables).operation(fields) || fields.empty())
        return std::nullopt;
    return fields;
}

} // namespace orangery::sandbox
