// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/tomarkdown.h"

#include "httpserver/multipartreader.h"
#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/htmltext.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/mediainput.h"
#include "sandbox/picturecolours.h"
#include "sandbox/tokens.h"

#include <QJsonDocument>
#include <QStringDecoder>
#include <QUuid>
#include <algorithm>
#include <iterator>
#include <optional>

namespace orangery::sandbox {

namespace {

/// None: the file is not what its name says.
using Convert = std::optional<QString> (*)(const QByteArray& data);

std::optional<QString> plain(const QByteArray& data)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(data);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

std::optional<QString> html(const QByteArray& data)
{
    const auto text = plain(data);
    return text ? std::optional(markdownOfHtml(*text)) : std::nullopt;
}

std::optional<QString> json(const QByteArray& data)
{
    const QJsonDocument document = QJsonDocument::fromJson(data);
    if (document.isNull())
        return std::nullopt;
    return QStringLiteral("```json\n") + QString::fromUtf8(document.toJson()) + QStringLiteral("```");
}

/// Rows of cells; quotes as in RFC 4180.
QList<QStringList> rowsOf(const QString& text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const auto endRow = [&] {
        row << cell;
        cell.clear();
        if (row.size() > 1 || !row[0].isEmpty())
            rows << row;
        row.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"') {
            if (quoted && i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else
                quoted = !quoted;
        } else if (quoted || (c != u',' && c != u'\n' && c != u'\r')) {
            cell += c;
        } else if (c == u',') {
            row << cell;
            cell.clear();
        } else if (c == u'\n') {
            endRow();
        }
    }
    if (!cell.isEmpty() || !row.isEmpty())
        endRow();
    return rows;
}

std::optional<QString> csv(const QByteArray& data)
{
    const auto text = plain(data);
    if (!text)
        return std::nullopt;
    QStringList lines;
    const QList<QStringList> rows = rowsOf(*text);
    for (QStringList row : rows) {
        while (row.size() < rows.first().size())
            row << QString();
        for (QString& cell : row)
            cell.replace(u'\n', u' ').replace(u'|', QStringLiteral("\\|"));
        lines << QStringLiteral("| ") + row.join(QStringLiteral(" | ")) + QStringLiteral(" |");
        if (lines.size() == 1)
            lines << u'|' + QStringLiteral(" --- |").repeated(row.size());
    }
    return lines.join(u'\n');
}

std::optional<QString> picture(const QByteArray& data)
{
    const QImage image = pictureOf(data);
    if (image.isNull())
        return std::nullopt;
    return QStringLiteral("Sandbox description, no model saw this: a picture of %1 by %2 pixels, %3.")
        .arg(image.width())
        .arg(image.height())
        .arg(PictureColours::of(image).sentence());
}

struct Format
{
    const char* extension;
    const char* mediaType;
    Convert convert;
};

constexpr Format formats[] = {
    {".txt", "text/plain", plain},  {".md", "text/markdown", plain}, {".html", "text/html", html},
    {".htm", "text/html", html},    {".csv", "text/csv", csv},       {".json", "application/json", json},
    {".png", "image/png", picture}, {".jpg", "image/jpeg", picture}, {".jpeg", "image/jpeg", picture},
};

/// By the name first: programs send text/plain or application/octet-stream for much.
const Format* formatOf(const FormPart& part)
{
    const QByteArray name = part.fileName.toLower();
    const QByteArray type = part.mediaType.left(part.mediaType.indexOf(';')).trimmed().toLower();
    const auto find = [](auto fits) {
        const auto found = std::find_if(std::begin(formats), std::end(formats), fits);
        return found == std::end(formats) ? nullptr : &*found;
    };
    if (const Format* format = find([&](const Format& f) { return name.endsWith(f.extension); }))
        return format;
    // A name that says something else, such as .zip, is believed.
    return name.contains('.') ? nullptr : find([&](const Format& f) { return type == f.mediaType; });
}

QByteArray converted(const FormPart& part)
{
    const Format* format = formatOf(part);
    const std::optional<QString> markdown = format ? format->convert(part.data) : std::nullopt;
    const QByteArray type = format                     ? QByteArray(format->mediaType)
                            : part.mediaType.isEmpty() ? QByteArray("application/octet-stream")
                                                       : part.mediaType;
    static const QUuid space(QStringLiteral("{6f9b3a52-3c0e-5f1d-9d0b-0f6f72616e67}"));
    ObjectWriter entry;
    entry.string("id", QUuid::createUuidV5(space, part.fileName + part.data).toString(QUuid::WithoutBraces))
        .string("name", QString::fromUtf8(part.fileName))
        .string("mimeType", QString::fromUtf8(type))
        .string("format", markdown ? QStringLiteral("markdown") : QStringLiteral("error"));
    if (markdown)
        return entry.number("tokens", tokenCount(*markdown)).string("data", *markdown).bytes();
    return entry
        .string("error",
                format
                    ? QStringLiteral("The file is not valid %1").arg(QString::fromLatin1(format->mediaType))
                    : QStringLiteral("Unsupported file type"))
        .bytes();
}

} // namespace

Reply toMarkdown(const ServerRequest& request)
{
    if (request.body.isEmpty())
        return failure(errorRow(3003));
    const auto parts = MultipartReader::read(request.header("Content-Type"), request.body);
    if (!parts)
        return failure(badInput(QStringLiteral("the body is not multipart/form-data")));
    ArrayWriter entries;
    int files = 0;
    for (const FormPart& part : *parts) {
        if (part.name == "conversionOptions" && !QJsonDocument::fromJson(part.data).isObject())
            return failure(badInput(QStringLiteral("'conversionOptions' must be a JSON object")));
        if (part.name != "files" || part.fileName.isNull())
            continue;
        entries.raw(converted(part));
        ++files;
    }
    if (files == 0)
        return failure(badInput(QStringLiteral("required properties at '/' are 'files'")));
    return success(entries.bytes());
}

Reply convertibleFormats()
{
    ArrayWriter array;
    for (const Format& format : formats)
        array.raw(ObjectWriter()
                      .string("extension", QString::fromLatin1(format.extension))
                      .string("mimeType", QString::fromLatin1(format.mediaType))
                      .bytes());
    return success(array.bytes());
}

} // namespace orangery::sandbox
