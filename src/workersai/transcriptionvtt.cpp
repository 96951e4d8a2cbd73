// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/transcriptionvtt.h"

#include <QRegularExpression>
#include <QStringList>

#include <cmath>

namespace orangery::transcriptionvtt {

namespace {

using namespace Qt::StringLiterals;

/// [[hours:]minutes:]seconds, with a point or a comma.
std::optional<double> seconds(const QString& text)
{
    static const QRegularExpression form(u"^(?:(?:(\\d+):)?(\\d+):)?(\\d+(?:[.,]\\d+)?)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const double time = match.captured(1).toDouble() * 3600 + match.captured(2).toDouble() * 60 +
                        match.captured(3).replace(u',', u'.').toDouble();
    return std::isfinite(time) ? std::optional(time) : std::nullopt;
}

std::optional<TranscriptionReply::Segment> timing(const QString& line)
{
    static const QRegularExpression form(u"^\\s*(\\S+)\\s+-->\\s+(\\S+)(?:\\s|$)"_s);
    const QRegularExpressionMatch match = form.match(line);
    const auto start = seconds(match.captured(1));
    const auto end = seconds(match.captured(2));
    if (!start || !end || *end < *start)
        return std::nullopt;
    TranscriptionReply::Segment segment;
    segment.start = *start;
    segment.end = *end;
    return segment;
}

/// Tags such as <v Roger> and <b>; then the escapes, the one of the ampersand last.
QString withoutMarkup(QString text)
{
    static const QRegularExpression tag(u"</?[A-Za-z0-9:.][^<>\\n]*>"_s);
    text.remove(tag);
    text.replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
    text.replace("&nbsp;"_L1, " "_L1).replace("&lrm;"_L1, u"\u200e"_s).replace("&rlm;"_L1, u"\u200f"_s);
    return text.replace("&amp;"_L1, "&"_L1);
}

} // namespace

QList<TranscriptionReply::Segment> segments(const QString& vtt)
{
    QList<TranscriptionReply::Segment> found;
    TranscriptionReply::Segment cue;
    bool isOpen = false;
    const auto close = [&] {
        if (isOpen && !cue.text.isEmpty())
            found.append(cue);
        isOpen = false;
    };
    static const QRegularExpression lineEnd(u"\r\n|\n|\r"_s);
    const QStringList lines = vtt.split(lineEnd);
    for (const QString& line : lines) {
        if (line.trimmed().isEmpty()) {
            close();
        } else if (const auto next = timing(line)) {
            close(); // where the empty line was forgotten
            cue = *next;
            isOpen = true;
        } else if (isOpen) {
            const QString text = withoutMarkup(line).trimmed();
            cue.text += cue.text.isEmpty() || text.isEmpty() ? text : u'\n' + text;
        }
    }
    close();
    return found;
}

} // namespace orangery::transcriptionvtt
