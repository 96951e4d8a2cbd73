// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/multipartreader.h"

#include <QByteArrayView>
#include <optional>

namespace orangery {

namespace {

constexpr qsizetype mostBoundary = 70; // RFC 2046, 5.1.1

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

/// The value of `; name=value` or `; name="value"` after the first word of a header field; null without it.
/// A backslash escapes only a quote: browsers of old sent Windows paths with single ones.
QByteArray parameter(const QByteArray& field, const QByteArray& wanted)
{
    qsizetype at = field.indexOf(';');
    while (at >= 0 && at < field.size()) {
        ++at;
        while (at < field.size() && isSpace(field[at]))
            ++at;
        const qsizetype equals = field.indexOf('=', at);
        if (equals < 0)
            return {};
        const bool isWanted = field.mid(at, equals - at).trimmed().compare(wanted, Qt::CaseInsensitive) == 0;
        QByteArray value("");
        at = equals + 1;
        if (at < field.size() && field[at] == '"') {
            for (++at; at < field.size() && field[at] != '"'; ++at) {
                if (field[at] == '\\' && at + 1 < field.size() && field[at + 1] == '"')
                    ++at;
                value += field[at];
            }
            at = field.indexOf(';', at);
        } else {
            const qsizetype end = field.indexOf(';', at);
            value += field.mid(at, end < 0 ? -1 : end - at).trimmed();
            at = end;
        }
        if (isWanted)
            return value;
    }
    return {};
}

/// What a form writes in place of a quote and of line ends (WHATWG HTML, "multipart form data").
QByteArray unescaped(QByteArray text)
{
    return text.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n");
}

/// RFC 5987: charset'language'percent-encoded.
QByteArray extended(const QByteArray& value)
{
    const qsizetype second = value.indexOf('\'', value.indexOf('\'') + 1);
    return second < 0 ? QByteArray() : QByteArray::fromPercentEncoding(value.mid(second + 1));
}

QByteArray withoutFolder(const QByteArray& name)
{
    return name.mid(std::max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
}

/// None when the part names no field.
std::optional<FormPart> partOf(const QByteArray& head)
{
    FormPart part;
    bool isNamed = false;
    for (const QByteArray& line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(std::max<qsizetype>(colon, 0)).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "content-type") {
            part.mediaType = value;
        } else if (name == "content-disposition") {
            const QByteArray field = parameter(value, "name");
            isNamed = !field.isNull() && value.toLower().startsWith("form-data");
            part.name = unescaped(field);
            const QByteArray star = parameter(value, "filename*");
            const QByteArray file = star.isNull() ? unescaped(parameter(value, "filename")) : extended(star);
            if (!star.isNull() || !parameter(value, "filename").isNull())
                part.fileName = withoutFolder(file).isNull() ? QByteArray("") : withoutFolder(file);
        }
    }
    return isNamed ? std::optional(part) : std::nullopt;
}

Error wrong(const char* what)
{
    return Error::of(ErrorKind::InvalidInput, QString::fromLatin1(what));
}

} // namespace

QByteArray MultipartReader::boundaryOf(const QByteArray& contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    if (semicolon < 0 || contentType.left(semicolon).trimmed().toLower() != "multipart/form-data")
        return {};
    const QByteArray boundary = parameter(contentType, "boundary");
    return boundary.isEmpty() || boundary.size() > mostBoundary ? QByteArray() : boundary;
}

Result<QList<FormPart>> MultipartReader::read(const QByteArray& contentType, const QByteArray& body)
{
    const QByteArray boundary = boundaryOf(contentType);
    if (boundary.isNull())
        return wrong("the Content-Type is no multipart/form-data with a boundary");
    const QByteArray delimiter = "\r\n--" + boundary;

    // The first delimiter may open the body without the line end that belongs to the others.
    qsizetype at = body.startsWith(QByteArrayView(delimiter).sliced(2)) ? delimiter.size() - 2 : 0;
    if (at == 0) {
        at = body.indexOf(delimiter);
        if (at < 0)
            return wrong("no delimiter");
        at += delimiter.size();
    }
    QList<FormPart> parts;
    while (true) {
        if (body.mid(at, 2) == "--")
            return parts;
        while (at < body.size() && isSpace(body[at]))
            ++at;
        if (body.mid(at, 2) != "\r\n")
            return wrong("a delimiter is followed by something else");
        // The line end before an empty head is the one that ended the delimiter.
        const qsizetype headEnd = body.indexOf("\r\n\r\n", at);
        if (headEnd < 0 || headEnd - at > mostHeadBytes)
            return wrong("the head of a part does not end");
        std::optional<FormPart> part = partOf(body.mid(at + 2, headEnd - at));
        if (!part)
            return wrong("a part has no name");
        if (parts.size() == mostParts)
            return wrong("too many parts");
        // An empty part's delimiter begins with the line end that closed the head.
        const qsizetype end = body.indexOf(delimiter, headEnd + 2);
        if (end < 0)
            return wrong("the last delimiter is missing");
        part->data = body.mid(headEnd + 4, std::max<qsizetype>(end - headEnd - 4, 0));
        parts.append(std::move(*part));
        at = end + delimiter.size();
    }
}

} // namespace orangery
