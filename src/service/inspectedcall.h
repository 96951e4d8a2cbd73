// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/neurons.h"
#include "storage/callrow.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>

namespace orangery {

/// What the request inspector shows of one HTTP request. Nothing in it holds the token.
struct InspectedCall
{
    quint64 id = 0;
    QDateTime startedAt; ///< UTC, by the computer's clock
    QString method;
    QUrl url;
    QString task;   ///< the service's name for it; empty: no call to a model
    QString model;  ///< empty: none
    QString origin; ///< which door asked (CallOptions::origin); empty: the program itself
    bool hasEnded = false;
    int status = 0; ///< 0: no answer came
    bool isHttp2 = false;
    QString rayId;                          ///< the service's request id, for its support
    std::chrono::milliseconds firstByte{0}; ///< 0: none came
    std::chrono::milliseconds duration{0};
    std::optional<Neurons> neurons; ///< booked for it; nothing: not a priced call, or not booked yet
    BookedBy bookedBy = BookedBy::Nothing;
    std::optional<Error> error; ///< why no answer came
    qint64 requestBytes = 0;    ///< of the body
    qint64 replyBytes = 0;      ///< of the body
    bool isDropped = false;     ///< its texts went, to bound the memory
    bool canReplay = false;
};

/// Both sides of a request as text, made when somebody looks.
struct InspectedTexts
{
    QString request; ///< head and body
    QString reply;   ///< head and body; a binary body only as its size
    QString curl;    ///< empty: dropped
    /// The request's body, where the command reads it from a file; empty: it stands in the command, or is
    /// lost.
    QByteArray curlBody;
    bool isCurlBodyLost = false; ///< the command reads a body of which only the beginning was kept
    QByteArray replyBody;        ///< as it came
    bool isReplyBodyCut = false;
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::InspectedCall)
