// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace orangery {

/// What a failed answer says of itself, whatever its form (API.md §1, §4, §19).
struct ErrorBody
{
    QList<int> codes;     ///< as they stand in `code` members, in order; numbers in strings count, too
    QStringList messages; ///< without “AiError:” in front and without the request's UUID behind
    bool isJson = false;
    bool isHtml = false;
    bool isEnvelope = false;  ///< the service's own form: `success` and `errors`
    bool saysFailure = false; ///< `success: false`, or errors and no result

    /// The first code that the error table knows, in the members or else as `<digits>:` in the texts.
    std::optional<int> knownCode() const;
    /// Whether it says that an answer in JSON did not come about, for which no code is published (API.md
    /// §3.5).
    bool saysSchemaNotMet() const;
    /// What to show of it: the messages, one a line.
    QString text() const;
};

ErrorBody readErrorBody(const QByteArray& body, const QByteArray& mediaType);

/// The same for a value that is parsed already.
ErrorBody readErrorValue(const QJsonValue& value);

/// One message without the service's decorations.
QString plainMessage(QString message);

} // namespace orangery
