// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"

#include <QByteArray>
#include <QList>
#include <QUrl>
#include <chrono>
#include <utility>

namespace orangery {

using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// A request before it is sent. A value; the token is added by HttpClient alone.
struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    HttpHeaders headers; ///< never an Authorization header
    QByteArray contentType;
    QByteArray body;
    SecretString bearerToken;                            ///< sent only over https, or over http to loopback
    std::chrono::milliseconds firstByteTimeout{120'000}; ///< from sending to the first byte of the answer
    std::chrono::milliseconds idleTimeout{60'000};       ///< silence between two pieces of the answer
    qint64 callId = 0; ///< of the call that it is sent for, for the request inspector; 0: none
    qint64 maxBodyBytes = 64LL * 1024 * 1024; ///< of the answer; more is ErrorKind::InvalidAnswer
};

/// The head of an answer.
struct HttpHead
{
    int status = 0;
    HttpHeaders headers; ///< names in lower case

    QByteArray header(const QByteArray& lowerCaseName) const
    {
        for (const auto& [name, value] : headers) {
            if (name == lowerCaseName)
                return value;
        }
        return {};
    }
    /// Media type without parameters, in lower case.
    QByteArray mediaType() const { return header("content-type").split(';').first().trimmed().toLower(); }
};

struct HttpReply
{
    HttpHead head;
    QByteArray body; ///< empty where the body was streamed
};

} // namespace orangery
