// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/definitions.h"

#include <QRegularExpression>

namespace orangery {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxLabel = 200;
constexpr qsizetype MaxMentions = 1000;

QString normalised(QStringView label)
{
    return label.toString().simplified().toCaseFolded();
}

} // namespace

QStringList Definitions::collect(QStringView segment, bool footnote)
{
    QStringList fresh;
    const auto add = [&](const QString& label, const QString& line) {
        if (m_known.contains(label))
            return;
        m_known.insert(label, line);
        fresh.append(label);
    };
    if (footnote) {
        const qsizetype open = segment.indexOf(u'[');
        const qsizetype close = segment.indexOf(u']');
        add(normalised(segment.sliced(open + 1, close - open - 1)), {});
        return fresh;
    }
    static const QRegularExpression definition(
        uR"(^ {0,3}\[((?:[^\[\]\\]|\\.){1,200})\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$)"_s);
    for (const QStringView line : segment.split(u'\n')) {
        const QStringView text = line.endsWith(u'\r') ? line.chopped(1) : line;
        if (text.trimmed().isEmpty())
            continue;
        const auto match = text.size() > 4000 ? QRegularExpressionMatch() : definition.match(text.toString());
        if (!match.hasMatch() || normalised(match.capturedView(1)).isEmpty())
            break; // definitions cannot interrupt a paragraph
        add(normalised(match.capturedView(1)), text.toString());
    }
    return fresh;
}

QStringList Definitions::mentioned(QStringView segment)
{
    QStringList labels;
    qsizetype open = -1;
    for (qsizetype i = 0; i < segment.size() && labels.size() < MaxMentions; ++i) {
        if (segment[i] == u'[') {
            open = i;
        } else if (segment[i] == u']' && open >= 0) {
            const QStringView label = segment.sliced(open + 1, i - open - 1);
            if (!label.isEmpty() && label.size() <= MaxLabel)
                labels.append(normalised(label));
            open = -1;
        } else if (segment[i] == u'\\') {
            ++i;
        }
    }
    labels.removeDuplicates();
    return labels;
}

QString Definitions::lines(const QStringList& labels) const
{
    QString result;
    for (const QString& label : labels) {
        const QString line = m_known.value(label);
        if (!line.isEmpty())
            result += line + u'\n';
    }
    return result;
}

} // namespace orangery
