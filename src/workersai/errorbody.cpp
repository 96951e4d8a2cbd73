// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/errorbody.h"

#include "core/errortable.h"
#include "workersai/jsonscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace orangery {

namespace {

constexpr int maxDepth = 5; // proxies wrap an error in an error; nothing sensible goes deeper
constexpr qsizetype searchedText = 64 * 1024;
constexpr qsizetype longValue = 64 * 1024; ///< bytes
constexpr qsizetype mostMessages = 200;    ///< far more than are read, and each is compared with all before

std::optional<int> numberIn(const QJsonValue& value)
{
    if (value.isDouble())
        return value.toInt();
    bool isNumber = false;
    const int number = value.toString().toInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

class Gatherer
{
public:
    explicit Gatherer(ErrorBody& body) : m_body(body) {}

    void takeRoot(const QJsonValue& root)
    {
        if (root.isObject())
            takeRootObject(root.toObject());
        else
            take(root, 0);
    }

private:
    void takeRootObject(const QJsonObject& root)
    {
        const QJsonArray errors = root.value(u"errors").toArray();
        const QJsonValue error = root.value(u"error");
        const bool hasError = error.isObject() || !error.toString().isEmpty();
        const bool hasResult = root.contains(u"result") && !root.value(u"result").isNull();
        m_body.isEnvelope = root.value(u"success").isBool() || root.value(u"errors").isArray();
        m_body.saysFailure = root.value(u"success") == QJsonValue(false) ||
                             ((hasError || !errors.isEmpty()) && !hasResult && !root.contains(u"choices") &&
                              !root.contains(u"response"));
        take(root, 0);
    }

    void take(const QJsonValue& value, int depth)
    {
        if (depth > maxDepth)
            return;
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (const QJsonValue& item : array)
                take(item, depth + 1);
        } else if (value.isObject()) {
            takeObject(value.toObject(), depth);
        } else if (value.isString()) {
            takeText(value.toString(), depth);
        }
    }

    void takeObject(const QJsonObject& object, int depth)
    {
        if (const auto code = numberIn(object.value(u"code")); code && *code > 0)
            m_body.codes.append(*code);
        for (const auto* name : {u"errors", u"error", u"message", u"error_chain", u"detail"})
            take(object.value(QStringView(name)), depth + 1);
        const QString parameter = object.value(u"param").toString();
        if (!parameter.isEmpty())
            m_body.messages.append(QStringLiteral("param: ") + parameter);
        if (depth == 0)
            take(object.value(u"messages"), depth + 1);
    }

    void takeText(const QString& raw, int depth)
    {
        const auto bracket = std::ranges::find_if(raw, [](QChar c) { return c == u'{' || c == u'['; });
        const qsizetype start = bracket == raw.end() ? -1 : bracket - raw.begin();
        if (start >= 0 && depth < maxDepth) {
            // a proxy's message may be the service's whole answer, as text
            const qsizetype end = qMax(raw.lastIndexOf(u'}'), raw.lastIndexOf(u']'));
            const auto inner = QJsonDocument::fromJson(raw.mid(start, end - start + 1).toUtf8());
            if (!inner.isNull()) {
                const qsizetype before = m_body.messages.size();
                take(inner.isArray() ? QJsonValue(inner.array()) : QJsonValue(inner.object()), depth + 1);
                if (m_body.messages.size() > before)
                    return;
            }
        }
        const QString message = plainMessage(raw);
        if (m_body.messages.size() < mostMessages && !message.isEmpty() && !m_body.messages.contains(message))
            m_body.messages.append(message);
    }

    ErrorBody& m_body;
};

bool looksLikeHtml(const QByteArray& body, const QByteArray& mediaType)
{
    if (mediaType == "text/html" || mediaType == "application/xhtml+xml")
        return true;
    const QByteArray start = body.left(256).trimmed().toLower();
    return start.startsWith("<!doctype html") || start.startsWith("<html");
}

QByteArray withoutEventFraming(const QByteArray& body)
{
    const QByteArray trimmed = body.trimmed();
    if (!trimmed.startsWith("data:"))
        return trimmed;
    return trimmed.mid(5, trimmed.indexOf('\n') < 0 ? -1 : trimmed.indexOf('\n') - 5).trimmed();
}

/// A picture or a thousand vectors say nothing of an error, and would take long to parse.
QByteArray withoutLongValues(const QByteArray& body)
{
    if (body.size() <= longValue)
        return body;
    const auto shortened = jsonscan::shortened(
        body, longValue,
        {"success", "errors", "error", "messages", "message", "error_chain", "detail", "code", "param"});
    return shortened.value_or(body);
}

} // namespace

std::optional<int> ErrorBody::knownCode() const
{
    for (const int code : codes) {
        if (kindOfCode(code))
            return code;
    }
    // Request ids can look like numbers, so only groups that end in a colon count (API.md §19).
    static const QRegularExpression group(QStringLiteral("(?<![0-9A-Za-z.-])([0-9]{4,5})\\s*:"));
    for (const QString& message : messages) {
        auto match = group.globalMatch(message.left(searchedText));
        while (match.hasNext()) {
            const int code = match.next().captured(1).toInt();
            if (kindOfCode(code))
                return code;
        }
    }
    return std::nullopt;
}

bool ErrorBody::saysSchemaNotMet() const
{
    // a proxy may have made the apostrophe a typographic one
    static const QRegularExpression sentence(QStringLiteral("\\bJSON mode could(?:n.t| not) be met"),
                                             QRegularExpression::CaseInsensitiveOption);
    return std::ranges::any_of(messages, [](const QString& message) {
        return sentence.match(message.left(searchedText)).hasMatch();
    });
}

QString ErrorBody::text() const
{
    return messages.join(u'\n');
}

QString plainMessage(QString message)
{
    static const QRegularExpression prefix(QStringLiteral("^(?:\\s*AiError:)+\\s*"));
    static const QRegularExpression suffix(
        QStringLiteral("^\\([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    message.remove(prefix);
    const qsizetype last = message.lastIndexOf(u'(');
    if (last >= 0 && suffix.match(QStringView(message).sliced(last).toString()).hasMatch())
        message.truncate(last);
    return message.trimmed();
}

ErrorBody readErrorValue(const QJsonValue& value)
{
    ErrorBody read;
    read.isJson = true;
    Gatherer(read).takeRoot(value);
    return read;
}

ErrorBody readErrorBody(const QByteArray& wholeBody, const QByteArray& mediaType)
{
    const QByteArray body = withoutLongValues(wholeBody);
    const QJsonDocument document = QJsonDocument::fromJson(withoutEventFraming(body));
    if (!document.isNull())
        return readErrorValue(document.isArray() ? QJsonValue(document.array())
                                                 : QJsonValue(document.object()));
    ErrorBody read;
    read.isHtml = looksLikeHtml(body, mediaType);
    const QString text = plainMessage(QString::fromUtf8(body.left(searchedText)));
    if (!text.isEmpty())
        read.messages.append(text);
    return read;
}

} // namespace orangery
