// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/httprequest.h"

#include <QDateTime>
#include <QMetaType>
#include <chrono>
#include <optional>

namespace orangery {

/// One request and what became of it, for whoever looks over the client's shoulder. A value without any
/// secret: the token is taken out of everything that was sent or came, in each of its spellings.
struct HttpExchange
{
    /// Of each body the first bytes are kept.
    static constexpr qsizetype keptBytes = 1024 * 1024;

    quint64 id = 0;      ///< counts up in this process
    QDateTime startedAt; ///< UTC, by the computer's clock
    HttpRequest request; ///< without its token; the body up to keptBytes
    bool hasToken = false;
    qint64 requestBytes = 0; ///< of the whole body

    std::optional<HttpHead> head;           ///< nothing: no answer came
    QByteArray replyBody;                   ///< up to keptBytes
    qint64 replyBytes = 0;                  ///< of the body as it came
    std::chrono::milliseconds firstByte{0}; ///< from sending to the first byte of the body; 0: none came
    std::chrono::milliseconds duration{0};
    bool isHttp2 = false;
    bool hasEnded = false;
    std::optional<Error> error; ///< of the way; statuses are no errors here

    bool isRequestCut() const { return requestBytes > keptBytes; }
    bool isReplyCut() const { return replyBytes > keptBytes; }
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::HttpExchange)
